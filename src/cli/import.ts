import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportOutcome, importAnnotations } from '../core/import/import-annotations.ts';
import { readAnnotations } from '../core/import/read-annotations.ts';
import { code, nearestOr } from '../core/messages/nearest.ts';
import { ContentError } from '../site/content-error.ts';
import { readLibrary } from '../site/library.ts';
import { readSettings, shownPath } from '../site/settings.ts';
import { helpOf, readArguments, wrong } from './arguments.ts';
import { count } from './counts.ts';
import { outcomesAsText } from './import-report.ts';
import { rewriteFile } from './rewrite-file.ts';
import { run } from './run.ts';

const command = {
  usage: 'npm run import -- <file> --review <slug> [options]',
  summary: 'Places annotations made elsewhere on a review, as drafts in its Markdown.',
  options: {
    review: { type: 'string', value: '<slug>', about: 'the review they are about: reviews/<slug>.md' },
    'dry-run': { type: 'boolean', about: 'say what would become of each, and write nothing' },
    'take-altered': {
      type: 'boolean',
      about: 'take passages too whose numbers, dates, names or negations differ',
    },
    format: { type: 'string', choices: ['text', 'json'], about: 'how the outcomes are written (text)' },
  },
  notes: `<file> is JSON of Hypothesis (its API or an export), or W3C annotations as JSON-LD.

It may be run twice: what is in the review already is left alone.
Exit code: 0 when each annotation was placed, 1 when one was not, 2 without a file or a review.`,
} as const;

/** `npm run import`: what became of each annotation, and the review with the drafts in it. */
await run(async () => {
  const given = readArguments(command);
  if (!given) return 0;
  const { values } = given;
  const [path, ...others] = given.positionals;
  if (path === undefined || values.review === undefined) {
    process.stderr.write(helpOf(command));
    return 2;
  }
  if (others.length > 0) throw wrong(`\`${others.join(' ')}\` behind \`${path}\``, 'one file');
  const settings = readSettings();
  const { library, routes } = await readLibrary(settings);
  const review = library.reviews.get(values.review);
  if (!review) {
    const expected = nearestOr(
      values.review,
      library.reviews.keys(),
      'the name of a file in reviews/ that can be read',
    );
    throw new ContentError(`Unexpected review ${code(values.review)}, expected ${expected}`);
  }
  const read = readAnnotations(textOf(path));
  if (read.problem)
    throw new ContentError(`${path}:1:1 error Unexpected ${read.problem.found}, expected ${read.problem.expected}`);
  const before = { path: review.path, value: readFileSync(join(settings.contentDir, review.path), 'utf8') };
  const taken = new Set([library.claims, library.facts, library.withdrawals].flatMap((entries) => [...entries.keys()]));
  const options = { taken, takesAltered: values['take-altered'] ?? false };
  const imported = importAnnotations(before, read.annotations, { references: library, routes }, options);
  if (!imported)
    throw new ContentError(
      `The front matter of ${shownPath(settings.contentDir, review.path)} cannot be read: npm run check says why.`,
    );
  const { value, outcomes } = imported;
  process.stdout.write(values.format === 'json' ? `${JSON.stringify(outcomes, null, 2)}\n` : outcomesAsText(outcomes));
  const drafts = outcomes.filter(({ outcome }) => outcome === 'anchored').length;
  if (!values['dry-run'] && value !== before.value) {
    rewriteFile(settings.contentDir, review.path, () => value);
    process.stderr.write(`${count(drafts, 'draft')} written to ${shownPath(settings.contentDir, review.path)}\n`);
  }
  return outcomes.every(isSettled) ? 0 : 1;
});

function isSettled({ outcome }: ImportOutcome): boolean {
  return outcome === 'anchored' || outcome === 'known';
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ContentError(`Unexpected file ${code(path)} that cannot be read, expected an export of annotations`);
  }
}
