/** How much rarity weighs, the BM25 form of inverse document frequency; what no record has weighs half of the most. */
export function weightOf(found: number, total: number): number {
  const weight = Math.log(1 + (total - found + 0.5) / (found + 0.5));
  return found === 0 ? weight * 0.5 : weight;
}

/** How much of a word a record has, from what its places weigh: the first counts most; at most 1. */
export function saturate(frequency: number): number {
  return frequency / (frequency + saturation);
}

const saturation = 3;
