import { readSettings } from '../site/settings.ts';
import { helpOf, readArguments, wrong } from './arguments.ts';
import { type Ask, createAsk } from './ask.ts';
import { run } from './run.ts';
import { newClaim } from './scaffold/new-claim.ts';
import { newPerson, newWork } from './scaffold/new-entry.ts';
import { newReview } from './scaffold/new-review.ts';
import { newSite } from './scaffold/new-site.ts';
import { newSource } from './scaffold/new-source.ts';

const command = {
  usage: 'npm run new -- <what> [<name>] [options]',
  summary: 'Adds something to the content folder, and never overwrites anything. Without a name it asks.',
  options: {
    review: { type: 'string', value: '<slug>', about: 'claim: the review it stands in' },
    by: { type: 'string', value: '<who>', about: "claim: work, review or a person's id" },
    verdict: { type: 'string', value: '<id>', about: 'claim: its verdict' },
    confidence: { type: 'string', value: '<word>', about: 'claim: high, medium or low' },
    statement: { type: 'string', value: '<text>', about: 'claim: what exactly is claimed' },
    passage: { type: 'string', value: '<text>', about: 'claim: the words of the review to mark' },
    work: { type: 'string', value: '<id>', about: 'review: the work it is of' },
    title: { type: 'string', value: '<text>', about: 'review, work, source, site: its title' },
    author: { type: 'string', value: '<name>', about: 'review, source: who wrote it' },
    type: { type: 'string', value: '<type>', about: 'work: TVSeries, Movie, Book …; source: book, article …' },
    name: { type: 'string', value: '<name>', about: 'person: the name' },
    date: { type: 'string', value: '<date>', about: 'source: when it was published' },
    url: { type: 'string', value: '<address>', about: 'site, source: its address' },
    kind: { type: 'string', value: '<kind>', about: 'source: primary, scholarship, memoir, press …' },
  },
  notes: `What there is:
  site <folder>          a content folder of your own, which builds at once
  work <id>              the film, series or book a review is of, in works.yaml
  review <slug>          a review, in reviews/<slug>.md
  claim <id>             a claim with its fact, in a review
  person <id>            somebody whom claims are about, in people.yaml
  source <what>          a source, in sources.bib, by its DOI, its ISBN or a BibTeX file

The content folder is ./content, or CONTENT_DIR.`,
} as const;

export type NewOptions = NonNullable<ReturnType<typeof readArguments<(typeof command)['options']>>>['values'];

/** What a scaffold is given: the folder it works in, what was said already, and somebody to ask. */
export interface Task {
  readonly contentDir: string;
  readonly name: string | undefined;
  readonly options: NewOptions;
  readonly ask: Ask;
}

/** Each gives what is to be printed. */
const scaffolds: Readonly<Record<string, { readonly about: string; readonly make: (task: Task) => Promise<string> }>> =
  {
    review: { about: 'a review', make: newReview },
    claim: { about: 'a claim in a review', make: newClaim },
    source: { about: 'a source that facts can cite', make: newSource },
    work: { about: 'a work to review', make: newWork },
    person: { about: 'a person whom claims are about', make: newPerson },
    site: { about: 'a site of your own', make: newSite },
  };

/** `npm run new`: scaffolds with real fields. */
await run(async () => {
  const given = readArguments(command);
  if (!given) return 0;
  const ask = createAsk();
  if (given.positionals.length === 0 && !ask.isThere) {
    process.stderr.write(helpOf(command));
    return 1;
  }
  const [kind = await ask.choose('What is to be made?', kindsToChoose(), '<what>'), name, ...others] =
    given.positionals;
  if (others.length > 0)
    throw wrong(`\`${others.join(' ')}\` behind \`${name}\``, 'one name; text with spaces stands in quotation marks');
  const scaffold = Object.hasOwn(scaffolds, kind) ? scaffolds[kind] : undefined;
  if (!scaffold)
    throw wrong(
      `\`${kind}\``,
      Object.keys(scaffolds)
        .map((one) => `\`${one}\``)
        .join(', '),
    );
  const task: Task = { contentDir: readSettings().contentDir, name, options: given.values, ask };
  process.stdout.write(`${(await scaffold.make(task)).trimEnd()}\n`);
  return 0;
});

function kindsToChoose() {
  return Object.entries(scaffolds).map(([value, { about }]) => ({ value, label: about }));
}
