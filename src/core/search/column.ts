/**
 * One property of all records, as a file: its values once, then for each record the numbers of those it has. Records
 * stand in the order of their Pagefind ids, so that the ids themselves need not be sent again.
 */
export interface Column {
  /** Id and label of each value. */
  readonly values: readonly (readonly [id: string, label: string])[];
  /** For each record, indices into `values`. */
  readonly rows: readonly (readonly number[])[];
}

/** A column as it is written to disk. */
export interface WrittenColumn {
  readonly values: readonly (readonly [id: string, label: string])[];
  readonly rows: string;
}

/**
 * The column of a property. Values are numbered from the most frequent (ties by id), or in the order given by `order`.
 */
export function createColumn(
  records: readonly (readonly string[])[],
  labelOf: (id: string) => string,
  order?: readonly string[],
): Column {
  const counts = new Map<string, number>();
  for (const id of records.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const place = (id: string) => order?.indexOf(id) ?? 0;
  const ids = [...counts.keys()].sort(
    (a, b) => place(a) - place(b) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return {
    values: ids.map((id) => [id, labelOf(id)]),
    rows: records.map((record) => record.flatMap((id) => numbers.get(id) ?? [])),
  };
}

/** Numbers in base 36, those of a record joined by points, records by spaces. */
export function writeRows(rows: readonly (readonly number[])[]): string {
  return rows.map((row) => row.map((number) => number.toString(36)).join('.')).join(' ');
}

/** The inverse of `writeRows`. */
export function readRows(written: string, count: number): number[][] {
  if (count === 0) return [];
  return written
    .split(' ')
    .map((row) => (row === '' ? [] : row.split('.').map((number) => Number.parseInt(number, 36))));
}
