import { code } from '../messages/nearest.ts';
import type { GivenFact } from '../model/annotation.ts';
import { stances } from '../model/vocabulary.ts';
import type { Attributes } from './attributes.ts';
import { type BlockParts, origin, peopleIn, sourceOf, unwritten } from './block-parts.ts';
import type { Parsing } from './context.ts';
import { asProse } from './render.ts';
import { summaryOf, textWithoutNotes } from './summary.ts';
import { countWords } from './text-of.ts';

export const factAttributes = [...stances, 'when', 'about', 'was', 'status', 'via'];

const longestSummary = 30;

/** Reads a `:::fact` block; what is wrong with it is reported. */
export function readFact({
  directive,
  attributes,
  citations,
  isWhole,
  body,
  parsing,
}: BlockParts): GivenFact | undefined {
  const { report } = parsing;
  const id = attributes.id(':::fact{#what-happened refutes=…}');
  if (attributes.isBare) return undefined;
  const bearings = bearingsIn(attributes, parsing);
  const when = attributes.date('when');
  const about = peopleIn('about', attributes, parsing);
  const was = attributes.mentions('was').map((former) => former.id);
  const via = origin(attributes);
  const [first] = body;
  const summary = first?.tagName === 'p' ? summaryOf(first, parsing) : undefined;
  if (!summary || summary.text.startsWith(unwritten.fact.slice(0, -1))) {
    report('empty-definition', attributes.place, {
      found: summary ? 'a fact that is not written yet' : 'a fact without text',
      expected: 'a first sentence below the opening line that stands by itself',
    });
    return undefined;
  }
  if (!stances.some((stance) => attributes.has(stance))) {
    report('fact-without-claim', attributes.place, {
      found: 'a fact that bears on no claim',
      expected: '`refutes=`, `supports=` or `qualifies=` with the id of a claim',
    });
  }
  if (citations.length === 0 && isWhole) {
    report('fact-without-citation', attributes.place, {
      found: 'a fact that cites no source',
      expected: 'a citation after what it supports, such as `[@key, p. 80]`, with a key of sources.bib',
    });
  }
  const words = countWords(summary.text);
  if (words > longestSummary) {
    report('long-summary', attributes.place, {
      found: `a first sentence of ${words} words`,
      expected: `${longestSummary} at most: it stands in the margin by itself`,
    });
  }
  if (id === undefined || bearings.length === 0) return undefined;
  const source = sourceOf(directive, parsing);
  return {
    kind: 'fact',
    id,
    summary,
    body: asProse(body, parsing),
    statementText: textWithoutNotes(body),
    bearings,
    when,
    about,
    via,
    citations,
    was,
    place: attributes.place,
    source,
  };
}

/** The claims a fact bears on, each in one way. */
function bearingsIn(attributes: Attributes, { report }: Parsing): GivenFact['bearings'] {
  const bearings = new Map<string, GivenFact['bearings'][number]>();
  for (const stance of stances) {
    for (const mention of attributes.mentions(stance)) {
      const before = bearings.get(mention.id);
      bearings.set(mention.id, before ?? { ...mention, stance });
      if (!before) continue;
      report('unknown-value', mention.place, {
        found: `${code(mention.id)} in ${code(before.stance)} and in ${code(stance)}`,
        expected: 'one of the two',
        cause: before.place,
      });
    }
  }
  return [...bearings.values()];
}
