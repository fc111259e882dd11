/**
 * The closed word lists of the annotation syntax. The scale of verdicts is not among them: each site defines its own in
 * `verdicts.yaml`.
 */

/** Who speaks: the work under review, the review itself; anything else in `by` is a person's id. */
export const roles = ['work', 'review'] as const;
export type Role = (typeof roles)[number];

/** How strong the evidence behind a verdict is; a verdict says how far a claim agrees with the record. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** In what way a telling departs from the record. */
export const departures = [
  'invention',
  'compression',
  'composite',
  'omission',
  'anachronism',
  'reattribution',
  'chronology',
  'exaggeration',
] as const;
export type Departure = (typeof departures)[number];

/** What a departure does to a person. */
export const effects = ['blames', 'clears', 'exalts', 'erases'] as const;
export type Effect = (typeof effects)[number];

/** How a fact bears on a claim. */
export const stances = ['refutes', 'supports', 'qualifies'] as const;
export type Stance = (typeof stances)[number];

/** The seven signs a verdict can be drawn with, from lying on the record to standing farthest off it. */
export const signs = ['disc', 'quarter', 'half', 'wedge', 'ring', 'saltire', 'diamond'] as const;
export type Sign = (typeof signs)[number];

/** What kind of source a citation rests on, from the strongest to the weakest; `keywords` in the bibliography. */
export const sourceKinds = ['primary', 'scholarship', 'memoir', 'press', 'criticism', 'reference', 'web'] as const;
export type SourceKind = (typeof sourceKinds)[number];
