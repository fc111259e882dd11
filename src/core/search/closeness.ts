/** From 0 to 0.3: how close together the words of neighbouring groups stand. */
export function closeness(places: readonly (readonly number[] | undefined)[]): number {
  const present = places.filter((words) => words !== undefined && words.length > 0);
  let near = 0;
  for (let index = 1; index < present.length; index += 1) {
    near += 1 / distance(present[index - 1] ?? [], present[index] ?? []);
  }
  return (0.3 * near) / Math.max(1, places.length - 1);
}

function distance(some: readonly number[], others: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of some) for (const b of others) least = Math.min(least, Math.abs(a - b));
  return Math.max(1, least);
}
