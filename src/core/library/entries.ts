import type { GivenClaim, GivenFact, Mention } from '../model/annotation.ts';
import type { Claim, Fact, PlacedPassage, References, ReviewEntry } from '../model/library.ts';
import type { Person } from '../model/references.ts';
import type { Review } from '../model/review.ts';
import { type Effect, roles } from '../model/vocabulary.ts';
import { append } from './multimap.ts';

/** A type under construction. */
export type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A review with its work looked up, and without its annotations; `undefined` where there is no such work. */
export function entryOf(
  { corrections: _, withdrawals: __, drafts: ___, ...review }: Review,
  { works }: References,
): Draft<ReviewEntry> | undefined {
  const work = works.get(review.meta.work);
  return work && { ...review, work, claims: [], facts: [] };
}

/** The passages of a review by the annotation they are marked with. */
export function passagesOf(review: Review, entry: ReviewEntry): Map<string, PlacedPassage[]> {
  const passages = new Map<string, PlacedPassage[]>();
  for (const block of review.blocks) {
    for (const passage of block.passages) append(passages, passage.annotation, { ...passage, review: entry });
  }
  return passages;
}

/** A claim with what it names looked up, and with nothing yet of other annotations; `undefined` without verdict or speaker. */
export function claimOf(
  given: GivenClaim,
  number: number,
  review: ReviewEntry,
  passages: ReadonlyMap<string, PlacedPassage[]>,
  references: References,
): Draft<Claim> | undefined {
  const verdict = references.verdicts.get(given.verdict);
  const role = roles.find((known) => known === given.by);
  const person = references.people.get(given.by);
  if (!verdict || !(role || person)) return undefined;
  const by: Claim['by'] | undefined = role ? { role } : person && { role: 'person', person };
  if (!by) return undefined;
  const { parts, versions } = review.work;
  const part = parts.find(({ kind, id }) => kind === given.part?.kind && id === given.part.id);
  const version = versions.find(({ id }) => id === given.version);
  const effects = Object.fromEntries(
    Object.entries(given.effects).map(([effect, mentions]) => [effect, peopleIn(mentions, references)]),
  ) as Record<Effect, Person[]>; // the same keys
  return {
    ...given,
    ...resolved(given, number, review, passages, references),
    by,
    verdict,
    work: review.work,
    effects,
    part,
    version,
    evidence: [],
    see: [],
    same: [],
  };
}

/** The same for a fact. */
export function factOf(
  given: GivenFact,
  number: number,
  review: ReviewEntry,
  passages: ReadonlyMap<string, PlacedPassage[]>,
  references: References,
): Draft<Fact> {
  return { ...given, ...resolved(given, number, review, passages, references), bearings: [] };
}

function resolved(
  { id, about, citations }: GivenClaim | GivenFact,
  number: number,
  review: ReviewEntry,
  passages: ReadonlyMap<string, PlacedPassage[]>,
  references: References,
) {
  const keys = new Set(citations.map(({ key }) => key));
  return {
    number,
    review,
    passages: passages.get(id) ?? [],
    about: peopleIn(about, references),
    sources: [...keys].flatMap((key) => references.sources.get(key) ?? []),
    corrections: [],
  };
}

function peopleIn(mentions: readonly Mention[], { people }: References): Person[] {
  return mentions.flatMap(({ id }) => people.get(id) ?? []);
}
