/** Adds a value to those a key has. */
export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The values by each of their keys, in order. */
export function indexBy<Key, Value>(
  values: readonly Value[],
  keys: (value: Value) => readonly Key[],
): Map<Key, Value[]> {
  const index = new Map<Key, Value[]>();
  for (const value of values) for (const key of new Set(keys(value))) append(index, key, value);
  return index;
}
