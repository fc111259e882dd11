import type { ContainerDirective } from 'mdast-util-directive';
import type { Fix } from '../messages/message.ts';
import { code, nearest } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import type { Mark, PlacedMark } from './marks.ts';
import { placeOf, placeOfOpening } from './place-of.ts';
import { idsOf } from './take-blocks.ts';
import { textOf } from './text-of.ts';

/**
 * Holds the marks of a file and its definitions against each other. When some of either could not be read
 * (`isIncomplete`), what seems to be missing may be among them and is not reported. Gives the ids that marks have and no
 * definition: what else refers to them is no further mistake.
 */
export function matchMarks(
  marks: Iterable<Mark>,
  placed: readonly PlacedMark[],
  blocks: readonly ContainerDirective[],
  isIncomplete: boolean,
  parsing: Parsing,
): ReadonlySet<string> {
  const kinds = new Map<string, Set<string>>();
  for (const block of blocks)
    for (const id of idsOf(block)) kinds.set(id, (kinds.get(id) ?? new Set()).add(block.name));
  const elements = new Map(placed.map(({ mark, element }) => [mark, element]));
  const marked = new Set<string>();
  const stubbed = new Set<string>();
  const undefinedIds = new Set<string>();
  for (const mark of marks) {
    marked.add(mark.id);
    const place = placeOf(parsing.path, mark.directive);
    const element = elements.get(mark);
    if (!element) {
      parsing.report('unreadable-directive', place, {
        found: 'a mark in text that is not shown',
        expected: 'prose round it (its footnote is referred to nowhere, or the HTML it stands in is taken away)',
      });
    } else if (textOf(element).trim() === '') {
      parsing.report('empty-passage', place, {
        found: 'a mark with no words in it',
        expected: 'the passage between the square brackets',
      });
    }
    const defined = kinds.get(mark.id);
    if (defined?.has(mark.kind) || (isIncomplete && !defined)) continue;
    const sameKind = [...kinds].flatMap(([id, names]) => (names.has(mark.kind) ? [id] : []));
    const near = nearest(mark.id, sameKind);
    if (near !== undefined) marked.add(near);
    const isMissing = defined === undefined && near === undefined && !stubbed.has(mark.id);
    const fix = isMissing ? stub(mark, element ? textOf(element).trim() : '', parsing) : undefined;
    if (fix) stubbed.add(mark.id);
    if (defined === undefined) undefinedIds.add(mark.id);
    parsing.report('mark-without-definition', place, { ...mismatch(mark, [...(defined ?? [])][0], near), fix });
  }
  if (isIncomplete) return undefinedIds;
  for (const block of blocks) {
    const [id = '', ...others] = idsOf(block);
    if (block.name !== 'claim' || [id, ...others].some((one) => marked.has(one))) continue;
    parsing.report('definition-without-mark', placeOfOpening(parsing.path, block), {
      found: `a claim that no passage is marked with (${code(id)})`,
      expected: `\`:claim[passage]{#${id}}\` round the words that make it`,
    });
  }
  return undefinedIds;
}

/**
 * A definition for its author to fill in, at the end of the file: the passage is its first wording; a verdict, evidence
 * and sources are for people to give, so the check goes on asking for them.
 */
function stub({ kind, id }: Mark, passage: string, { source }: Parsing): Fix {
  const line = source.includes('\r\n') ? '\r\n' : '\n';
  const block = [
    `:::${kind}{#${id}${kind === 'claim' ? ' by=work' : ''}}`,
    passage.replace(/\s+/g, ' '),
    ':::',
    '',
  ].join(line);
  const end = source.length;
  const before = source.endsWith('\n') ? line : line + line;
  return {
    title: `add a block \`:::${kind}{#${id} …}\` to fill in`,
    edits: [{ start: end, end, text: before + block }],
  };
}

function mismatch({ kind, id }: Mark, defined: string | undefined, near: string | undefined) {
  if (defined === 'withdrawn') {
    return {
      found: `a mark of ${code(id)}, which was withdrawn`,
      expected: 'the words alone: take the brackets and braces away here',
    };
  }
  if (defined !== undefined) {
    return {
      found: `a \`:${kind}\` mark of ${code(id)}, which is defined by \`:::${defined}\``,
      expected: defined === 'claim' || defined === 'fact' ? code(`:${defined}[passage]{#${id}}`) : 'no mark of it',
    };
  }
  return {
    found: `a mark of ${code(id)}, which no \`:::${kind}\` of this file defines`,
    expected: near ? `${code(near)} (the nearest)` : `a block \`:::${kind}{#${id} …}\` in this file`,
  };
}
