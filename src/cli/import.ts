import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportOutcome, importAnnotations } from '../core/import/import-annotations.ts';
import { readAnnotations } from '../core/import/read-annotations.ts';
import { code, nearestOr } from '../core/messages/nearest.ts';
import { ContentError } from '../site/content-error.ts';
import { readLibrary } from '../site/library.ts';
import { readSettings, shownPath } from '../site/settings.ts';
import { count } from './counts.ts';
import { outcomesAsText } from './import-report.ts';
import { run } from './run.ts';

const usage = `Places annotations made elsewhere on a review, as drafts in its Markdown.

  npm run import -- <file> --review <slug> [options]

  <file>            JSON of Hypothesis (its API or an export), or W3C annotations as JSON-LD
  --review <slug>   the review they are about: reviews/<slug>.md
  --dry-run         says what would become of each, and writes nothing
  --take-altered    takes passages too whose numbers, dates, names or negations differ
  --format json     the outcomes as JSON

It may be run twice: what is in the review already is left alone. Exit code 1 when an annotation was not placed.
`;

/** `npm run import`: what became of each annotation, and the review with the drafts in it. */
await run(async () => {
  const { values, positionals } = readArguments();
  const [path] = positionals;
  if (values.help || path === undefined || values.review === undefined) {
    process[values.help ? 'stdout' : 'stderr'].write(usage);
    return values.help ? 0 : 2;
  }
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
  const file = join(settings.contentDir, review.path);
  const given = { path: review.path, value: readFileSync(file, 'utf8') };
  const taken = new Set([library.claims, library.facts, library.withdrawals].flatMap((entries) => [...entries.keys()]));
  const options = { taken, takesAltered: values['take-altered'] };
  const imported = importAnnotations(given, read.annotations, { references: library, routes }, options);
  if (!imported)
    throw new ContentError(
      `The front matter of ${shownPath(settings.contentDir, review.path)} cannot be read: npm run check says why.`,
    );
  const { value, outcomes } = imported;
  process.stdout.write(values.format === 'json' ? `${JSON.stringify(outcomes, null, 2)}\n` : outcomesAsText(outcomes));
  const drafts = outcomes.filter(({ outcome }) => outcome === 'anchored').length;
  if (!values['dry-run'] && value !== given.value) {
    writeFileSync(`${file}.new`, value);
    renameSync(`${file}.new`, file);
    process.stderr.write(`${count(drafts, 'draft')} written to ${shownPath(settings.contentDir, review.path)}\n`);
  }
  return outcomes.every(isSettled) ? 0 : 1;
});

function isSettled({ outcome }: ImportOutcome): boolean {
  return outcome === 'anchored' || outcome === 'known';
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        review: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'take-altered': { type: 'boolean', default: false },
        format: { type: 'string', default: 'text' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new ContentError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ContentError(`Unexpected file ${code(path)} that cannot be read, expected an export of annotations`);
  }
}
