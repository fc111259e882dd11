/** What claims can be narrowed by, in the order in which readers see them. */
export const facetNames = ['verdict', 'speaker', 'work', 'person', 'topic', 'departure', 'effect', 'decade'] as const;
export type FacetName = (typeof facetNames)[number];

/** The parts of a record, in the order in which they are indexed; `address` is the words of ids. */
export const sectionNames = ['statement', 'address', 'passage', 'shown', 'record', 'sources', 'people'] as const;
export type SectionName = (typeof sectionNames)[number];

/** What a result shows beside its statement. It travels in the record, so keys are short. */
export interface Card {
  readonly id: string;
  /** The id of the verdict. */
  readonly verdict: string;
  /** `work`, `review` or `person`, and what readers call the speaker: "The series". */
  readonly role: string;
  readonly by: string;
  readonly work: string;
  /** Year of the work. */
  readonly year?: number | undefined;
  /** How strong the evidence is, in words. */
  readonly confidence: string;
  /** The date of the event, in words. */
  readonly when?: string | undefined;
  /** The people it is about: page, below the base, and name. */
  readonly people: readonly (readonly [page: string, name: string])[];
  /** Where each part of the record begins, counted in words. */
  readonly parts: readonly (readonly [SectionName, number])[];
  /** Passages where the claim stands, below the base: `reviews/x/#y`. */
  readonly passages: readonly string[];
}
