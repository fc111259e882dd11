import { closeness } from './closeness.ts';
import type { Group, Posting } from './posting.ts';
import { saturate, weightOf } from './weights.ts';

/** A record, with everything in it that was asked for. */
export interface Hit<P extends Posting> {
  readonly id: string;
  readonly score: number;
  /** Share of the weight of the query that it has, 0 to 1. */
  readonly coverage: number;
  /** One place in the index where it was found. */
  readonly posting: P;
  /** For each group of the query, where its words stand in the record; none where they do not. */
  readonly places: readonly (readonly number[] | undefined)[];
  /** For each group, the weight of the best alternative that the record has in those places. */
  readonly strengths: readonly number[];
  /** For each group, the weight of the best alternative that the record has in no particular place, such as its date. */
  readonly given: readonly number[];
}

export interface Ranking<P extends Posting> {
  /** Best first. */
  readonly hits: readonly Hit<P>[];
  /** What each group weighs. */
  readonly weights: readonly number[];
}

/**
 * Ranks all records that have anything of what was asked for. The score is the sum of what the groups weigh (inverse
 * document frequency) times how much of each the record has, times the share of the query it covers, times a little more
 * where the words stand close together. `boosts` are factors for what the groups weigh.
 */
export function rank<P extends Posting>(
  groups: readonly Group<P>[],
  total: number,
  boosts: readonly number[] = [],
): Ranking<P> {
  const hits = new Map<string, Growing<P>>();
  const weights = groups.map((group, number) =>
    collect(group, number, groups.length, total, hits, boosts[number] ?? 1),
  );
  const asked = sum(weights);
  const ranked: Hit<P>[] = [];
  for (const hit of hits.values()) {
    let covered = 0;
    for (let number = 0; number < weights.length; number += 1) {
      covered += (weights[number] ?? 0) * Math.max(hit.strengths[number] ?? 0, hit.given[number] ?? 0);
    }
    const coverage = asked === 0 ? 0 : Math.min(1, covered / asked);
    ranked.push({ ...hit, coverage, score: hit.score * coverage });
  }
  ranked.sort(byScore);
  if (groups.length < 2) return { hits: ranked, weights };
  const near = ranked
    .slice(0, nearestLooked)
    .map((hit) => ({ ...hit, score: hit.score * (1 + closeness(hit.places)) }));
  return { hits: [...near.sort(byScore), ...ranked.slice(nearestLooked)], weights };
}

/** Best first; the order of equals is that of their ids, and so the same in every browser. */
export function byScore(a: { score: number; id: string }, b: { score: number; id: string }): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** How many of the best are looked at for closeness: enough for a few pages of results. */
const nearestLooked = 100;
/** Words of a statement, as a rule; exact only once the record is loaded. */
const statementLength = 18;
const statementWeight = 4;

interface Growing<P extends Posting> {
  readonly id: string;
  score: number;
  posting: P;
  places: (readonly number[] | undefined)[];
  strengths: number[];
  given: number[];
}

interface Found<P extends Posting> {
  share: number;
  strength: number;
  given: number;
  posting: P;
  words: readonly number[];
}

function collect<P extends Posting>(
  group: Group<P>,
  number: number,
  groups: number,
  total: number,
  hits: Map<string, Growing<P>>,
  boost: number,
): number {
  const best = new Map<string, Found<P>>();
  for (const { postings, weight } of group) {
    for (const posting of postings) {
      const placed = posting.words.length > 0;
      const share = weight * presence(posting.words);
      const known = best.get(posting.id);
      if (!known) {
        const [strength, given] = placed ? [weight, 0] : [0, weight];
        best.set(posting.id, { share, strength, given, posting, words: posting.words });
      } else {
        known.share = Math.max(known.share, share);
        if (placed) known.strength = Math.max(known.strength, weight);
        else known.given = Math.max(known.given, weight);
        known.words = [...known.words, ...posting.words];
      }
    }
  }
  const rarity = weightOf(amount(best.values()), total) * boost;
  for (const [id, { share, strength, given, posting, words }] of best) {
    let hit = hits.get(id);
    if (!hit) {
      const none = () => new Array<number>(groups).fill(0);
      hit = { id, score: 0, posting, places: new Array(groups).fill(undefined), strengths: none(), given: none() };
      hits.set(id, hit);
    }
    hit.score += rarity * share;
    hit.places[number] = words;
    hit.strengths[number] = strength;
    hit.given[number] = given;
  }
  return rarity;
}

/** In how many records a group is found, those that have it but weakly counting for less. */
function amount(found: Iterable<{ readonly strength: number; readonly given: number }>): number {
  let amount = 0;
  for (const { strength, given } of found) amount += Math.max(strength, given);
  return amount;
}

function presence(words: readonly number[]): number {
  if (words.length === 0) return 1;
  let frequency = 0;
  for (const place of words) frequency += place < statementLength ? statementWeight : 1;
  return saturate(frequency);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
