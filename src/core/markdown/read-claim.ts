import type { ContainerDirective } from 'mdast-util-directive';
import { code, nearest, oneOf } from '../messages/nearest.ts';
import type { GivenClaim, Mention } from '../model/annotation.ts';
import { type PartKind, partKinds, type Work } from '../model/references.ts';
import { confidences, departures, type Effect, effects, roles } from '../model/vocabulary.ts';
import { type Attributes, sameLetters } from './attributes.ts';
import { type BlockParts, origin, peopleIn, sourceOf, unwritten } from './block-parts.ts';
import type { Parsing } from './context.ts';
import { placeOf } from './place-of.ts';
import { asProse } from './render.ts';
import { countWords } from './text-of.ts';
import { visit } from './visit.ts';

export const claimAttributes = [
  ...['by', 'verdict', 'confidence', 'departure', ...effects, ...partKinds, 'at', 'page', 'version'],
  ...['when', 'about', 'topics', 'was', 'see', 'same', 'status', 'via'],
];

const longestStatement = 20;

/** Reads a `:::claim` block; what is wrong with it is reported. */
export function readClaim({
  directive,
  attributes,
  citations,
  body,
  work,
  parsing,
}: BlockParts): GivenClaim | undefined {
  const { report, references } = parsing;
  const id = attributes.id(':::claim{#who-did-what by=… verdict=… confidence=…}');
  if (attributes.isBare) return undefined;
  const by = speaker(attributes, parsing);
  const verdicts = [...references.verdicts.keys()];
  const verdict = attributes.required('verdict', () => `\`verdict=\` with ${oneOf('', verdicts)}`);
  if (verdict !== undefined && !references.verdicts.has(verdict)) {
    report('unknown-verdict', attributes.placeOf('verdict'), {
      found: `verdict ${code(verdict)}`,
      expected: oneOf(verdict, verdicts),
      fix: attributes.rewriting(attributes.placeOf('verdict'), verdict, sameLetters(verdict, verdicts)),
    });
  }
  attributes.required('confidence', () => `\`confidence=\` with ${oneOf('', confidences)}`);
  const confidence = attributes.choice('confidence', confidences);
  const [first, ...rest] = body;
  const given = {
    departures: attributes.choices('departure', departures),
    effects: Object.fromEntries(effects.map((effect) => [effect, peopleIn(effect, attributes, parsing)])) as Record<
      Effect,
      Mention[]
    >,
    part: partOf(attributes, work, parsing),
    at: attributes.matching('at', /^(?:\d{1,2}:)?[0-5]?\d:[0-5]\d$/, 'a timecode, `mm:ss` or `h:mm:ss`'),
    page: attributes.matching(
      'page',
      /^(?:\d+|[ivxlcdm]+)(?:[-–](?:\d+|[ivxlcdm]+))?$/,
      'a page, or two: `12`, `xii`, `12-14`',
    ),
    version: versionOf(attributes, work, parsing),
    when: attributes.date('when'),
    about: peopleIn('about', attributes, parsing),
    topics: topics(attributes, parsing),
    was: attributes.mentions('was').map((former) => former.id),
    see: attributes.mentions('see'),
    same: attributes.mentions('same'),
    via: origin(attributes),
  };
  if (first?.tagName !== 'p') {
    report('empty-definition', attributes.place, {
      found: 'a claim without a statement',
      expected: 'one sentence below the opening line that says exactly what is claimed',
    });
    return undefined;
  }
  reportFootnote(directive, parsing);
  const statement = asProse(first.children, parsing);
  if (statement.text === unwritten.statement) {
    report('empty-definition', attributes.place, {
      found: 'a claim that is not written yet',
      expected: 'one sentence below its opening line that says what exactly is claimed',
    });
    return undefined;
  }
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
    detail: rest.length > 0 ? asProse(rest, parsing) : undefined,
    ...given,
    citations,
    place: attributes.place,
    source: sourceOf(directive, parsing),
  };
}

function speaker(attributes: Attributes, { report, references }: Parsing): string | undefined {
  const by = attributes.required('by', () => '`by=work`, `by=review` or the id of a person');
  if (by === undefined || (roles as readonly string[]).includes(by) || references.people.has(by)) return by;
  const near = nearest(by, [...roles, ...references.people.keys()]);
  report('unknown-person', attributes.placeOf('by'), {
    found: `${code(by)} as the speaker (\`by\`)`,
    expected: near ? `${code(near)} (the nearest)` : '`work`, `review` or the id of a person in people.yaml',
  });
  return undefined;
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

/** The part a claim names; a work that is not known may have it. */
function partOf(attributes: Attributes, work: Work | undefined, parsing: Parsing): GivenClaim['part'] {
  const named = partKinds.flatMap((kind) => {
    const id = attributes.text(kind);
    return id === undefined || !isPart(kind, id, work, attributes, parsing) ? [] : [{ kind, id }];
  });
  return named[0];
}

function isPart(
  kind: PartKind,
  id: string,
  work: Work | undefined,
  attributes: Attributes,
  { report }: Parsing,
): boolean {
  const known = work?.parts.filter((part) => part.kind === kind).map((part) => part.id);
  if (!known || known.includes(id)) return true;
  report('unknown-part', attributes.placeOf(kind), {
    found: `${kind} ${code(id)}`,
    expected:
      known.length === 0 ? `none: the work has no ${kind}s in works.yaml` : oneOf(isNumber.test(id) ? '' : id, known),
  });
  return false;
}

/** Of numbers none is nearer than another. */
const isNumber = /^\d+$/;

function versionOf(attributes: Attributes, work: Work | undefined, { report }: Parsing): string | undefined {
  const id = attributes.text('version');
  const known = work?.versions.map((version) => version.id);
  if (id === undefined || !known || known.includes(id)) return id;
  report('unknown-version', attributes.placeOf('version'), {
    found: `version ${code(id)}`,
    expected: known.length === 0 ? 'none: the work has no versions in works.yaml' : oneOf(id, known),
  });
  return undefined;
}

/** A statement is shown by itself, on many pages. */
function reportFootnote(directive: ContainerDirective, { path, report }: Parsing): void {
  const statement = directive.children.find((child) => child.type === 'paragraph');
  visit(statement ?? directive, 'footnoteReference', (reference) => {
    report('unreadable-directive', placeOf(path, reference), {
      found: "a footnote in a claim's statement",
      expected: 'it further down in the claim, where it is told how the claim is made',
    });
  });
}
