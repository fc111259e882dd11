import type { Histories } from '../ledger/histories.ts';
import type { Parsed } from '../markdown/parse-review.ts';
import { plainProse } from '../markdown/plain-prose.ts';
import { type Message, type Report, reportTo } from '../messages/message.ts';
import { code, nearest } from '../messages/nearest.ts';
import type { GivenClaim, GivenFact, Mention, Withdrawal } from '../model/annotation.ts';
import { parseDate } from '../model/date.ts';
import type {
  Claim,
  Correction,
  Evidence,
  Fact,
  Library,
  PlacedPassage,
  References,
  ReviewEntry,
  Tombstone,
  WithdrawnReview,
} from '../model/library.ts';
import { wholeFile } from '../model/place.ts';
import type { Person } from '../model/references.ts';
import type { Review } from '../model/review.ts';
import type { Source } from '../model/source.ts';
import { type Effect, roles } from '../model/vocabulary.ts';
import { collectQuestions } from './collect-questions.ts';
import type { ParsedReferences } from './parse-references.ts';

/** The library without what is read from files of its own. */
type Collected = Omit<
  Library,
  keyof References | 'pages' | 'links' | 'history' | 'revision' | 'formerIds' | 'formerSlugs'
>;

/** A type under construction. */
type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * Puts the parsed reviews of a site together and looks up everything they name in each other. What cannot be looked up
 * is reported and left out; with errors the library is good for showing them, not for publishing. `named` are the
 * claims that reference files name; `histories` say what became of ids that are no more.
 */
export function collect(
  references: References,
  parsed: readonly Parsed[],
  named: Pick<ParsedReferences, 'examples' | 'questions'>,
  histories: Histories,
): { readonly collected: Collected; readonly messages: readonly Message[] } {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const all = parsed.flatMap(({ review }) => review ?? []);
  const given = all.filter(({ meta }) => !meta.withdrawn);
  const broken = new Set(parsed.flatMap((one) => [...one.broken]));
  const hasNameless = parsed.some((one) => one.hasNameless);

  const isFirst = firstOfEachId(all, report);

  const renamed = new Map(
    given.flatMap(({ claims, facts }) => [...claims, ...facts].flatMap(({ id, was }) => was.map((old) => [old, id]))),
  );

  const reviews = new Map<string, Draft<ReviewEntry>>();
  const claims = new Map<string, Draft<Claim>>();
  const facts = new Map<string, Draft<Fact>>();
  const withdrawals: Draft<Collected>['withdrawals'] & Map<string, unknown> = new Map();
  for (const review of given) {
    const entry = entryOf(review, references);
    if (!entry) {
      for (const { id } of [...review.claims, ...review.facts]) broken.add(id);
      for (const { bearings } of review.facts) for (const { id } of bearings) broken.add(id);
      continue;
    }
    reviews.set(review.slug, entry);
    const passages = passagesOf(review, entry);
    for (const [index, claim] of review.claims.entries()) {
      const draft = claimOf(claim, index + 1, entry, passages, references);
      if (!draft || !isFirst(claim)) broken.add(claim.id);
      if (isFirst(claim) && draft) claims.set(claim.id, draft);
    }
    for (const [index, fact] of review.facts.entries()) {
      if (isFirst(fact)) facts.set(fact.id, factOf(fact, index + 1, entry, passages, references));
      else for (const { id } of fact.bearings) broken.add(id);
    }
    for (const one of review.withdrawals) {
      if (isFirst(one)) withdrawals.set(one.id, { ...one, review: entry });
    }
  }
  const withdrawnReviews = new Map<string, WithdrawnReview>();
  for (const review of all) {
    const withdrawn = withdrawnReview(review);
    if (!withdrawn) continue;
    withdrawnReviews.set(review.slug, withdrawn);
    for (const one of review.withdrawals) if (isFirst(one)) withdrawals.set(one.id, one);
    for (const one of [...review.claims, ...review.facts]) {
      if (isFirst(one)) withdrawals.set(one.id, withdrawnWith(withdrawn, one));
    }
  }

  const isDraft = (id: string) => given.some(({ drafts }) => drafts.some((draft) => draft.id === id));
  const lookUp = <Value>(
    known: ReadonlyMap<string, Value>,
    { id, place }: Mention,
    rule: 'unknown-claim' | 'unknown-annotation',
  ): Value[] => {
    const value = known.get(id);
    if (value !== undefined) return [value];
    if (broken.has(id) || hasNameless) return [];
    const now = renamed.get(id) ?? histories.currentId(id);
    if (known.has(now)) {
      report(rule, place, { found: `${code(id)}, which has another id now`, expected: code(now) });
      broken.add(now);
      return [];
    }
    const near = nearest(id, known.keys());
    if (near !== undefined) broken.add(near);
    const what = rule === 'unknown-claim' ? 'a claim' : 'an annotation';
    const isWithdrawn = withdrawals.has(id) || histories.latest.get(id)?.event === 'withdrawn';
    const other = isDraft(id)
      ? ', which is a draft'
      : isWithdrawn
        ? ', which was withdrawn'
        : facts.has(id)
          ? ', which is a fact'
          : undefined;
    report(rule, place, {
      found: other ? code(id) + other : `${what.replace(/^an? /, '')} ${code(id)}`,
      expected: other || near === undefined ? `the id of ${what}` : `${code(near)} (the nearest)`,
    });
    return [];
  };

  const evidence = new Map<string, Evidence[]>();
  const see = new Map<string, Set<Claim>>();
  const same = new Map<string, Set<Claim>>();
  for (const review of given) {
    for (const { id, bearings } of review.facts) {
      const fact = facts.get(id);
      if (!fact) continue;
      fact.bearings = bearings.flatMap((bearing) =>
        lookUp(claims, bearing, 'unknown-claim').map((claim) => {
          append(evidence, claim.id, { stance: bearing.stance, fact });
          return { stance: bearing.stance, claim };
        }),
      );
    }
    for (const claim of review.claims) {
      relate(claim, claim.see, see);
      relate(claim, claim.same, same);
    }
  }
  function relate({ id }: GivenClaim, mentions: readonly Mention[], relation: Map<string, Set<Claim>>): void {
    const from = claims.get(id);
    for (const mention of mentions) {
      for (const to of lookUp(claims, mention, 'unknown-claim')) {
        if (!from) continue;
        if (from === to) {
          report('unknown-claim', mention.place, {
            found: `${code(id)} in itself`,
            expected: 'the id of another claim',
          });
          continue;
        }
        if (relation === same && from.work === to.work) {
          report('same-work', mention.place, {
            found: `${code(mention.id)}, a claim of the same work, in \`same\``,
            expected: 'a claim of another work; `see` is for related claims of one work',
          });
          continue;
        }
        add(relation, from.id, to);
        add(relation, to.id, from);
      }
    }
  }

  for (const example of named.examples) lookUp(claims, example, 'unknown-claim');
  for (const claim of claims.values()) {
    claim.evidence = evidence.get(claim.id) ?? [];
    claim.see = [...(see.get(claim.id) ?? [])];
    claim.same = [...(same.get(claim.id) ?? [])];
    if (claim.evidence.length > 0 || broken.has(claim.id)) continue;
    report('claim-without-fact', claim.place, {
      found: `a claim on which no fact bears (${code(claim.id)})`,
      expected: `a \`:::fact\` with \`refutes\`, \`supports\` or \`qualifies\` and this id`,
    });
  }
  const isWhole = broken.size === 0 && !hasNameless;
  const questions = collectQuestions(
    named.questions.flatMap((asked) => lookUp(claims, asked.claim, 'unknown-claim').map((claim) => ({ asked, claim }))),
    claims.values(),
    isWhole ? report : () => {},
  );
  for (const question of questions.values()) {
    for (const { id } of question.claims) {
      const claim = claims.get(id);
      if (claim) claim.question = question;
    }
  }
  const corrections = given.flatMap(({ slug, corrections }) => {
    const review = reviews.get(slug);
    return corrections.flatMap(({ on, date, body }): Correction[] => {
      const annotated = new Map<string, Draft<Claim> | Draft<Fact>>([...claims, ...facts]);
      return lookUp(annotated, on, 'unknown-annotation').flatMap((target) => {
        if (!review) return [];
        const correction = { on: target, date, body, review };
        target.corrections = [...target.corrections, correction];
        return [correction];
      });
    });
  });

  for (const { slug, claims: ownClaims, facts: ownFacts } of given) {
    const entry = reviews.get(slug);
    if (!entry) continue;
    entry.claims = ownClaims.flatMap(({ id }) => claims.get(id) ?? []);
    entry.facts = ownFacts.flatMap(({ id }) => facts.get(id) ?? []);
  }
  return {
    collected: {
      reviews: new Map([...reviews].sort(([, a], [, b]) => compare(b.meta.published, a.meta.published))),
      claims,
      facts,
      withdrawals,
      withdrawnReviews,
      questions,
      corrections: corrections.sort((a, b) => compare(b.date.edtf, a.date.edtf)),
      ...indices([...claims.values()], [...facts.values()]),
    },
    messages,
  };
}

/** Tells the first definition of each id, in the order of the files, and reports all others. */
function firstOfEachId(reviews: readonly Review[], report: Report): (definition: Defined) => boolean {
  const first = new Map<string, Defined>();
  const complain = ({ place }: Defined, id: string, what: string) => {
    const cause = first.get(id)?.place;
    report('duplicate-id', place, { found: `${what} ${code(id)} a second time`, expected: 'an id of its own', cause });
  };
  for (const { claims, facts, withdrawals, drafts } of reviews) {
    const definitions: Defined[] = [...claims, ...facts, ...withdrawals, ...drafts];
    for (const definition of definitions.sort((a, b) => a.place.start.line - b.place.start.line)) {
      if (first.has(definition.id)) complain(definition, definition.id, 'id');
      else first.set(definition.id, definition);
    }
  }
  for (const annotation of reviews.flatMap(({ claims, facts }) => [...claims, ...facts])) {
    for (const former of annotation.was) {
      if (first.has(former)) complain(annotation, former, 'former id');
      else first.set(former, annotation);
    }
  }
  return (definition) => first.get(definition.id) === definition;
}

type Defined = Pick<GivenClaim | GivenFact | Withdrawal, 'id' | 'place'>;

function entryOf(
  { corrections: _, withdrawals: __, drafts: ___, ...review }: Review,
  { works }: References,
): Draft<ReviewEntry> | undefined {
  const work = works.get(review.meta.work);
  return work && { ...review, work, claims: [], facts: [] };
}

function withdrawnReview({ slug, path, meta }: Review): WithdrawnReview | undefined {
  const { title, withdrawn, was = [] } = meta;
  const date = withdrawn && parseDate(withdrawn.date);
  return date && { slug, title, date, reason: plainProse(withdrawn.reason), place: wholeFile(path), was };
}

/** Whatever a review that was taken back claimed is taken back with it, for the same reason. */
function withdrawnWith({ date, reason }: WithdrawnReview, { id, kind, place }: GivenClaim | GivenFact): Tombstone {
  return { kind: 'withdrawn', id, date, reason, place, was: kind };
}

function passagesOf(review: Review, entry: ReviewEntry): Map<string, PlacedPassage[]> {
  const passages = new Map<string, PlacedPassage[]>();
  for (const block of review.blocks) {
    for (const passage of block.passages) append(passages, passage.annotation, { ...passage, review: entry });
  }
  return passages;
}

function claimOf(
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

function factOf(
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

function indices(claims: readonly Claim[], facts: readonly Fact[]) {
  const claimsOf = indexBy(claims, (claim) => [
    ...claim.about,
    ...Object.values(claim.effects).flat(),
    ...(claim.by.person ? [claim.by.person] : []),
  ]);
  const factsOf = indexBy(facts, (fact) => fact.about);
  const citing = indexBy<Source, Claim | Fact>([...claims, ...facts], (annotation) => annotation.sources);
  return {
    claimsAbout: (person: Person) => claimsOf.get(person) ?? [],
    factsAbout: (person: Person) => factsOf.get(person) ?? [],
    citedBy: (source: Source) => citing.get(source) ?? [],
  };
}

function indexBy<Key, Value>(values: readonly Value[], keys: (value: Value) => readonly Key[]): Map<Key, Value[]> {
  const index = new Map<Key, Value[]>();
  for (const value of values) for (const key of new Set(keys(value))) append(index, key, value);
  return index;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
