import type { Element, Root } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import type { ContainerDirective, Directives } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { code, nearest, nearestOr, oneOf } from '../messages/nearest.ts';
import type {
  CitationItem,
  GivenClaim,
  GivenCorrection,
  GivenFact,
  Mention,
  Prose,
  Withdrawal,
} from '../model/annotation.ts';
import type { Work } from '../model/references.ts';
import { confidences, departures, type Effect, effects, roles, stances } from '../model/vocabulary.ts';
import { Attributes } from './attributes.ts';
import { citedIn, takeCitations } from './citations.ts';
import type { Parsing } from './context.ts';
import type { BlockName } from './directive-syntax.ts';
import { placeOf } from './place-of.ts';
import { reportLongQuotations, reportUncredited } from './quotations.ts';
import { asProse, render, type SharedDefinitions } from './render.ts';
import { summaryOf } from './summary.ts';
import { countWords } from './text-of.ts';

const claimAttributes = [
  'by',
  'verdict',
  'confidence',
  'departure',
  ...effects,
  'episode',
  'at',
  'when',
  'about',
  'topics',
  'was',
  'see',
  'same',
];
const attributeNames: Readonly<Record<BlockName, readonly string[]>> = {
  claim: claimAttributes,
  fact: [...stances, 'when', 'about'],
  correction: ['on', 'date'],
  withdrawn: ['date'],
};
const whatIs: Readonly<Record<BlockName, string>> = {
  claim: 'a claim',
  fact: 'a fact',
  correction: 'a correction',
  withdrawn: 'a withdrawal',
};

export type GivenDefinition = GivenClaim | GivenFact | GivenCorrection | Withdrawal;

const longestStatement = 20;
const longestSummary = 30;

/** Reads one `:::claim`, `:::fact`, `:::correction` or `:::withdrawn` block. What is wrong with it is reported. */
export function readDefinition(
  directive: ContainerDirective,
  shared: SharedDefinitions,
  work: Work | undefined,
  parsing: Parsing,
): GivenDefinition | undefined {
  const name = directive.name as BlockName; // the syntax lets no other through
  const attributes = new Attributes(directive, whatIs[name], attributeNames[name], parsing);
  const isWhole = takeCitations(directive, parsing, true);
  reportLongQuotations(directive, parsing);
  if (name === 'claim' || name === 'fact') reportUncredited(directive, parsing);
  const citations = [directive, ...footnotesOf(directive, shared)].flatMap(citedIn);
  const body = bodyOf(directive, attributes, shared, parsing);
  const block = { directive, attributes, citations, isWhole, body, work, parsing };
  switch (name) {
    case 'claim':
      return claim(block);
    case 'fact':
      return fact(block);
    case 'correction':
      return correction(block);
    case 'withdrawn':
      return withdrawal(block);
  }
}

interface BlockParts {
  readonly directive: Directives;
  readonly attributes: Attributes;
  readonly citations: CitationItem[];
  /** Whether all its citations could be read. */
  readonly isWhole: boolean;
  readonly body: Element[];
  readonly work: Work | undefined;
  readonly parsing: Parsing;
}

function bodyOf(
  directive: ContainerDirective,
  attributes: Attributes,
  shared: SharedDefinitions,
  parsing: Parsing,
): Element[] {
  const [label] = directive.children;
  const hasLabel = label?.type === 'paragraph' && label.data?.directiveLabel === true;
  if (hasLabel) {
    parsing.report('unreadable-directive', attributes.place, {
      found: 'text in square brackets after the name of a block',
      expected: 'the text on the lines below, up to the closing `:::`',
    });
  }
  const nodes = directive.children.filter((child) => child !== label || !hasLabel);
  const root: Root = render(nodes, shared, parsing, String(directive.attributes?.['id'] ?? directive.name));
  return root.children.filter((child): child is Element => child.type === 'element');
}

function claim({ directive, attributes, citations, body, work, parsing }: BlockParts): GivenClaim | undefined {
  const { report, references } = parsing;
  const id = attributes.id(':::claim{#who-did-what by=… verdict=… confidence=…}');
  if (attributes.isBare) return undefined;
  const by = speaker(attributes, parsing);
  const verdicts = [...references.verdicts.keys()];
  const verdict = attributes.required('verdict', `\`verdict=\` with ${oneOf('', verdicts)}`);
  if (verdict !== undefined && !references.verdicts.has(verdict)) {
    report('unknown-verdict', attributes.placeOf('verdict'), {
      found: `verdict ${code(verdict)}`,
      expected: oneOf(verdict, verdicts),
    });
  }
  attributes.required('confidence', `\`confidence=\` with ${oneOf('', confidences)}`);
  const confidence = attributes.choice('confidence', confidences);
  const [first, ...rest] = body;
  const given = {
    departures: attributes.choices('departure', departures),
    effects: Object.fromEntries(effects.map((effect) => [effect, people(effect, attributes, parsing)])) as Record<
      Effect,
      Mention[]
    >,
    episode: episode(attributes, work, parsing),
    at: attributes.matching('at', /^(?:\d{1,2}:)?[0-5]?\d:[0-5]\d$/, 'a timecode, `mm:ss` or `h:mm:ss`'),
    when: attributes.date('when'),
    about: people('about', attributes, parsing),
    topics: topics(attributes, parsing),
    was: attributes.mentions('was').map((former) => former.id),
    see: attributes.mentions('see'),
    same: attributes.mentions('same'),
  };
  if (first?.tagName !== 'p') {
    report('empty-definition', attributes.place, {
      found: 'a claim without a statement',
      expected: 'one sentence below the opening line that says exactly what is claimed',
    });
    return undefined;
  }
  reportFootnote(directive, parsing);
  const statement = asProse(first.children);
  const words = countWords(statement.text);
  if (words > longestStatement) {
    report('long-statement', attributes.place, {
      found: `a statement of ${words} words`,
      expected: `${longestStatement} at most`,
    });
  }
  if (id === undefined || by === undefined || verdict === undefined || confidence === undefined) return undefined;
  return {
    kind: 'claim',
    id,
    by,
    verdict,
    confidence,
    statement,
    detail: rest.length > 0 ? asProse(rest) : undefined,
    ...given,
    citations,
    place: attributes.place,
    source: sourceOf(directive, parsing),
  };
}

/** A statement is shown by itself, on many pages. */
function reportFootnote(directive: Directives, { path, report }: Parsing): void {
  const statement = directive.children.find((child) => child.type === 'paragraph');
  visit(statement ?? directive, 'footnoteReference', (reference) => {
    report('unreadable-directive', placeOf(path, reference), {
      found: "a footnote in a claim's statement",
      expected: 'it further down in the claim, where it is told how the claim is made',
    });
  });
}

function fact({ directive, attributes, citations, isWhole, body, parsing }: BlockParts): GivenFact | undefined {
  const { report } = parsing;
  const id = attributes.id(':::fact{#what-happened refutes=…}');
  if (attributes.isBare) return undefined;
  const bearings = bearingsIn(attributes, parsing);
  const when = attributes.date('when');
  const about = people('about', attributes, parsing);
  const [first] = body;
  if (first?.tagName !== 'p') {
    report('empty-definition', attributes.place, {
      found: 'a fact without text',
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
  const summary = summaryOf(first);
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
    body: asProse(body),
    bearings,
    when,
    about,
    citations,
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

function correction({ attributes, body, parsing }: BlockParts): GivenCorrection | undefined {
  attributes.required(
    'on',
    '`on=` with the id of the annotation that was changed, and `date=` with the day of the change',
  );
  if (attributes.isBare) return undefined;
  attributes.required('date', '`date=` with the day of the change');
  const [on] = attributes.mentions('on');
  const date = attributes.date('date');
  const text = words(body, attributes, parsing, 'a correction without text', 'what was changed, and why');
  if (!on || !date || !text) return undefined;
  return { kind: 'correction', on, date, body: text, place: attributes.place };
}

function withdrawal({ attributes, body, parsing }: BlockParts): Withdrawal | undefined {
  const id = attributes.id(':::withdrawn{#former-claim date=2026-12-01}');
  if (attributes.isBare) return undefined;
  attributes.required('date', '`date=` with the day of the withdrawal');
  const date = attributes.date('date');
  const reason = words(body, attributes, parsing, 'a withdrawal without a reason', 'why the annotation was taken back');
  return id && date && reason ? { kind: 'withdrawn', id, date, reason, place: attributes.place } : undefined;
}

function words(
  body: Element[],
  { place }: Attributes,
  { report }: Parsing,
  found: string,
  expected: string,
): Prose | undefined {
  if (body.length > 0) return asProse(body);
  report('empty-definition', place, { found, expected: `${expected}, below the opening line` });
  return undefined;
}

function speaker(attributes: Attributes, { report, references }: Parsing): string | undefined {
  const by = attributes.required('by', '`by=work`, `by=review` or the id of a person');
  if (by === undefined || (roles as readonly string[]).includes(by) || references.people.has(by)) return by;
  const near = nearest(by, [...roles, ...references.people.keys()]);
  report('unknown-person', attributes.placeOf('by'), {
    found: `${code(by)} as the speaker (\`by\`)`,
    expected: near ? `${code(near)} (the nearest)` : '`work`, `review` or the id of a person in people.yaml',
  });
  return undefined;
}

function people(name: string, attributes: Attributes, { report, references }: Parsing): Mention[] {
  return attributes.mentions(name).filter(({ id, place }) => {
    if (references.people.has(id)) return true;
    report('unknown-person', place, {
      found: `person ${code(id)} in ${code(name)}`,
      expected: nearestOr(id, references.people.keys(), 'the id of a person in people.yaml'),
    });
    return false;
  });
}

/** A site may leave its topics unlisted; one that is nearly in the list is taken for a slip. */
function topics(attributes: Attributes, { report, references }: Parsing): string[] {
  const known = references.site.topics;
  return attributes.mentions('topics').flatMap(({ id, place }) => {
    const near = Object.hasOwn(known, id) ? undefined : nearest(id, Object.keys(known));
    if (near === undefined) return [id];
    report('unknown-value', place, {
      found: `${code(id)} in \`topics\``,
      expected: `${code(near)} (the nearest), or a topic that site.yaml lists`,
    });
    return [];
  });
}

function episode(attributes: Attributes, work: Work | undefined, { report }: Parsing): number | undefined {
  const written = attributes.matching('episode', /^[1-9]\d*$/, "the number of one of the work's episodes");
  if (written === undefined) return undefined;
  const number = Number(written);
  if (!work || work.episodes.some((known) => known.number === number)) return number;
  report('unknown-episode', attributes.placeOf('episode'), {
    found: `episode ${number}`,
    expected:
      work.episodes.length === 0
        ? 'none: the work has no episodes in works.yaml'
        : oneOf(
            '',
            work.episodes.map((known) => String(known.number)),
          ),
  });
  return undefined;
}

/** The footnotes that a block refers to and that stand outside it. */
function footnotesOf(directive: ContainerDirective, shared: SharedDefinitions): FootnoteDefinition[] {
  const wanted = new Set<string>();
  visit(directive, 'footnoteReference', ({ identifier }) => {
    wanted.add(identifier);
  });
  visit(directive, 'footnoteDefinition', ({ identifier }) => {
    wanted.delete(identifier);
  });
  return shared.filter((one) => one.type === 'footnoteDefinition').filter(({ identifier }) => wanted.has(identifier));
}

function sourceOf(directive: Directives, { source }: Parsing): string {
  return source.slice(directive.position?.start.offset, directive.position?.end.offset);
}
