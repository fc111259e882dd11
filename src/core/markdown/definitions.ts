import type { Element, Root } from 'hast';
import type { ContainerDirective, Directives } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { code, nearestOr, oneOf } from '../messages/nearest.ts';
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
import { takeCitations } from './citations.ts';
import type { Parsing } from './context.ts';
import type { BlockName } from './directive-syntax.ts';
import { reportStrayMark } from './near-misses.ts';
import { asProse, render, type SharedDefinitions } from './render.ts';
import { summaryOf } from './summary.ts';
import { countWords } from './text-of.ts';

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
  visit(directive, 'textDirective', (node) => reportStrayMark(node, parsing));
  const attributes = new Attributes(parsing.path, parsing.source, directive, parsing.report);
  const citations = takeCitations(directive, parsing, true);
  const name = directive.name as BlockName; // the syntax lets no other through
  const body = bodyOf(directive, attributes, shared, parsing);
  const block = { directive, attributes, citations, body, work, parsing };
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
  attributes.allow(
    [
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
    ],
    'a claim',
  );
  const id = attributes.id('a claim', ':::claim{#who-did-what …}');
  const by = speaker(attributes, parsing);
  const verdicts = [...references.verdicts.keys()];
  const verdict = attributes.required('verdict', 'a claim', `\`verdict=\` with ${oneOf('', verdicts)}`);
  if (verdict !== undefined && !references.verdicts.has(verdict)) {
    report('unknown-verdict', attributes.placeOf('verdict'), {
      found: `verdict ${code(verdict)}`,
      expected: oneOf(verdict, verdicts),
    });
  }
  attributes.required('confidence', 'a claim', `\`confidence=\` with ${oneOf('', confidences)}`);
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
    topics: attributes.words('topics'),
    was: attributes.words('was'),
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

function fact({ directive, attributes, citations, body, parsing }: BlockParts): GivenFact | undefined {
  const { report } = parsing;
  attributes.allow([...stances, 'when', 'about'], 'a fact');
  const id = attributes.id('a fact', ':::fact{#what-happened …}');
  const bearings = stances.flatMap((stance) => attributes.mentions(stance).map((mention) => ({ ...mention, stance })));
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
  if (bearings.length === 0) {
    report('fact-without-claim', attributes.place, {
      found: 'a fact that bears on no claim',
      expected: '`refutes=`, `supports=` or `qualifies=` with the id of a claim',
    });
  }
  if (citations.length === 0) {
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
  if (id === undefined) return undefined;
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

function correction({ attributes, body, parsing }: BlockParts): GivenCorrection | undefined {
  attributes.allow(['on', 'date'], 'a correction');
  attributes.required('on', 'a correction', '`on=` with the id of the annotation that was changed');
  attributes.required('date', 'a correction', '`date=` with the day of the change');
  const [on] = attributes.mentions('on');
  const date = attributes.date('date');
  const text = words(body, attributes, parsing, 'a correction without text', 'what was changed, and why');
  if (!on || !date || !text) return undefined;
  return { kind: 'correction', on, date, body: text, place: attributes.place };
}

function withdrawal({ attributes, body, parsing }: BlockParts): Withdrawal | undefined {
  attributes.allow(['date'], 'a withdrawal');
  const id = attributes.id('a withdrawal', ':::withdrawn{#former-claim date=2026-12-01}');
  attributes.required('date', 'a withdrawal', '`date=` with the day of the withdrawal');
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
  const by = attributes.required('by', 'a claim', '`by=work`, `by=review` or the id of a person');
  if (by === undefined || (roles as readonly string[]).includes(by) || references.people.has(by)) return by;
  report('unknown-value', attributes.placeOf('by'), {
    found: `${code(by)} as \`by\``,
    expected: nearestOr(by, [...roles, ...references.people.keys()], '`work`, `review` or the id of a person'),
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

function episode(attributes: Attributes, work: Work | undefined, { report }: Parsing): number | undefined {
  const written = attributes.matching('episode', /^[1-9]\d*$/, "the number of one of the work's episodes");
  if (written === undefined) return undefined;
  const number = Number(written);
  if (!work || work.episodes.some((known) => known.number === number)) return number;
  report('unknown-episode', attributes.placeOf('episode'), {
    found: `episode ${number}`,
    expected:
      work.episodes.length === 0 ? 'none: the work has no episodes in works.yaml' : `1 to ${work.episodes.length}`,
  });
  return undefined;
}

function sourceOf(directive: Directives, { source }: Parsing): string {
  return source.slice(directive.position?.start.offset, directive.position?.end.offset);
}
