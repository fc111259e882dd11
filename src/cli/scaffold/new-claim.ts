import { unwritten } from '../../core/markdown/block-parts.ts';
import { oneOf } from '../../core/messages/nearest.ts';
import type { Library } from '../../core/model/library.ts';
import { confidences, type Stance } from '../../core/model/vocabulary.ts';
import { wrong } from '../arguments.ts';
import type { Task } from '../new.ts';
import { rewriteFile } from '../rewrite-file.ts';
import { addToFile, checkId, idProblem, inFolder, libraryIn, textIn } from './content-folder.ts';

/** A claim and the fact it rests on, in a review: its mark where the passage is known, its blocks at the end. */
export async function newClaim(task: Task): Promise<string> {
  const { contentDir, name, ask } = task;
  const library = libraryIn(contentDir);
  const known = [...library.claims.keys(), ...library.facts.keys(), ...library.withdrawals.keys()];
  const slug = await reviewOf(library, task);
  const question = 'Its id? It says what is claimed, and becomes the address';
  const id =
    name ??
    (await ask.text(question, '`<id>`', { problem: (answer) => idProblem(answer, 'annotation', known)?.expected }));
  const near = checkId(id, 'annotation', known);
  const claim = await answers(library, task);
  const path = `reviews/${slug}.md`;
  const marked = claim.passage === undefined ? undefined : mark(textIn(contentDir, path), claim.passage, id);
  if (marked !== undefined) rewriteFile(contentDir, path, () => marked);
  const place = addToFile(contentDir, path, blocks(id, claim, stanceOn(claim, library), marked === undefined));
  const looksLike = near && library.claims.get(near);
  return [
    `Added \`${id}\` at ${place}.`,
    marked === undefined ? `Mark the words that make it: :claim[the passage]{#${id}}` : `Marked “${claim.passage}”.`,
    looksLike &&
      `There is a claim with a like id, \`${near}\`: “${looksLike.statement.text}” If it is the same, mark that one again instead.`,
    `${inFolder()}npm run check says what is still to be filled in.`,
  ]
    .filter(Boolean)
    .join('\n');
}

interface Answers {
  readonly by: string;
  readonly verdict: string | undefined;
  readonly confidence: string | undefined;
  readonly statement: string;
  readonly passage: string | undefined;
}

async function reviewOf({ reviews }: Library, { options, ask }: Task): Promise<string> {
  const slugs = [...reviews.keys()];
  if (slugs.length === 0)
    throw wrong('claim before there is a review', 'a review first: `npm run new -- review <slug>`');
  const choices = [...reviews.values()].map(({ slug, meta }) => ({ value: slug, label: meta.title }));
  const given =
    options.review ?? (slugs.length === 1 ? slugs[0] : await ask.choose('In which review?', choices, '`--review`'));
  if (given === undefined || !reviews.has(given)) throw wrong(`review \`${given}\``, oneOf(given ?? '', slugs));
  return given;
}

/** What is not said on the command line is asked for; where nobody is there, it is left to the check to ask. */
async function answers({ verdicts, people }: Library, { options, ask }: Task): Promise<Answers> {
  const { by: speaker, verdict, confidence } = options;
  const speakers = ['work', 'review', ...people.keys()];
  for (const [given, words, name] of [
    [verdict, [...verdicts.keys()], 'verdict'],
    [confidence, confidences, 'confidence'],
    [speaker, speakers, 'by'],
  ] as const) {
    if (given !== undefined && !(words as readonly string[]).includes(given))
      throw wrong(`\`${given}\` as \`--${name}\``, oneOf(given, words));
  }
  const statement =
    options.statement ??
    (await ask.text('What exactly is claimed? One sentence, twenty words at most', '`--statement`', {
      fallback: unwritten.statement,
    }));
  if (!ask.isThere) return { by: speaker ?? 'work', verdict, confidence, statement, passage: options.passage };
  return {
    statement,
    by:
      speaker ??
      (await ask.choose(
        'Who says so?',
        [
          { value: 'work', label: 'the work' },
          { value: 'review', label: 'the review' },
        ],
        '`--by`',
      )),
    verdict:
      verdict ??
      (await ask.choose(
        'How far does it agree with the record?',
        [...verdicts.values()].map(({ id, label, definition }) => ({ value: id, label, hint: definition })),
        '`--verdict`',
      )),
    confidence:
      confidence ??
      (await ask.choose(
        'How strong is the evidence?',
        confidences.map((word) => ({ value: word, label: word })),
        '`--confidence`',
      )),
    passage: options.passage,
  };
}

/** The text with the passage marked, where it occurs exactly once in the prose; otherwise an error that says so. */
export function mark(text: string, passage: string, id: string): string {
  const body = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  const prose = text.replace(/<!--[\s\S]*?-->|^:::+\w[\s\S]*?^:::+$/gm, (block) => ' '.repeat(block.length));
  const first = prose.indexOf(passage, body);
  const expected = 'words of the review as they stand there, once';
  if (first === -1) throw wrong(`passage “${passage}”, which is not in the prose`, expected);
  if (prose.indexOf(passage, first + 1) !== -1)
    throw wrong(`passage “${passage}”, which is there more than once`, expected);
  return `${text.slice(0, first)}:claim[${passage}]{#${id}}${text.slice(first + passage.length)}`;
}

/** How a fact is most likely to bear on a claim of this verdict. */
function stanceOn({ verdict }: Answers, { verdicts }: Library): Stance {
  const sign = verdicts.get(verdict ?? '')?.sign;
  if (sign === 'disc' || sign === 'quarter') return 'supports';
  return sign === 'half' ? 'qualifies' : 'refutes';
}

function blocks(
  id: string,
  { by, verdict, confidence, statement }: Answers,
  stance: Stance,
  isUnmarked: boolean,
): string {
  const attributes = [`by=${by}`, verdict && `verdict=${verdict}`, confidence && `confidence=${confidence}`].filter(
    Boolean,
  );
  const hint = isUnmarked ? `Mark the words that make the claim, in the prose:\n:claim[the passage]{#${id}}\n\n` : '';
  return `<!-- ${hint}The claim. On its first line may stand as well: departure=… (invention, compression, composite, omission,
anachronism, reattribution, chronology, exaggeration), blames= clears= exalts= erases= about= (ids of people.yaml),
episode=2 (or scene= or chapter=) at=0:12:30 page=12, when=1917-11-07, topics=…, see=… same=… (other claims). Several stand in quotation marks. -->

:::claim{#${id} ${attributes.join(' ')}}
${statement}
:::

<!-- What the record holds: refutes=, supports= or qualifies= the claim. The first sentence stands in the margin. It cites
at least one source of sources.bib: [@key, p. 80]. -->

:::fact{#record-on-${id} ${stance}=${id}}
${unwritten.fact}
:::
`;
}
