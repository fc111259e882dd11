import type { FacetName } from './card.ts';

/** What the search page must know before it can ask for anything else: `pagefind/search.json`. */
export interface Manifest {
  /** Number of claims. */
  readonly claims: number;
  /** Language of the words, a BCP 47 tag. */
  readonly language: string;
  /** The scale, in its author's order: id, label, sign. */
  readonly verdicts: readonly (readonly [id: string, label: string, sign: string])[];
  /** File of each facet, of the years and of the orders. */
  readonly columns: Readonly<Record<ColumnName, string>>;
  /** Files of words by the class at the first and at the second place of their key, and of people's other names. */
  readonly words: readonly [Packs, Packs];
  readonly people: Packs;
}

/** The file for each class of consonants; a class without one has nothing. */
export type Packs = Readonly<Record<string, string>>;

/**
 * `years` and `evidence` hold first and last year of each event and of what is told in evidence; `date` and `newest` the
 * place of a claim in that order.
 */
export type ColumnName = FacetName | 'years' | 'evidence' | SortName;

export const sortNames = ['date', 'newest'] as const;
export type SortName = (typeof sortNames)[number];
