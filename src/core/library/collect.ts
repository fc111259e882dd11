import type { Histories } from '../ledger/histories.ts';
import type { Parsed } from '../markdown/parse-review.ts';
import { type Message, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { GivenClaim, Mention } from '../model/annotation.ts';
import type {
  Claim,
  Correction,
  Evidence,
  Fact,
  Library,
  References,
  ReviewEntry,
  WithdrawnReview,
} from '../model/library.ts';
import { collectQuestions } from './collect-questions.ts';
import { claimOf, type Draft, entryOf, factOf, passagesOf } from './entries.ts';
import { firstOfEachId } from './first-of-each-id.ts';
import { indices } from './indices.ts';
import { createLookUp } from './look-up.ts';
import { append } from './multimap.ts';
import type { ParsedReferences } from './parse-references.ts';
import { withdrawnReview, withdrawnWith } from './withdrawn-review.ts';

/** The library without what is read from files of its own. */
type Collected = Omit<
  Library,
  keyof References | 'pages' | 'links' | 'changed' | 'history' | 'revision' | 'formerIds' | 'formerSlugs'
>;

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

  const lookUp = createLookUp({ reviews: given, facts, withdrawals, histories, broken, hasNameless }, report);

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
  const annotated = new Map<string, Draft<Claim> | Draft<Fact>>([...claims, ...facts]);
  const corrections = given.flatMap(({ slug, corrections }) => {
    const review = reviews.get(slug);
    return corrections.flatMap(({ on, date, body }): Correction[] => {
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
  const byAge = [...reviews].sort(([, a], [, b]) => compare(b.meta.published, a.meta.published));
  return {
    collected: {
      reviews: new Map(byAge),
      claims,
      facts,
      withdrawals,
      withdrawnReviews,
      questions,
      corrections: corrections.sort((a, b) => compare(b.date.edtf, a.date.edtf)),
      ...indices(
        [...claims.values()],
        [...facts.values()],
        byAge.map(([, review]) => review),
      ),
    },
    messages,
  };
}

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
