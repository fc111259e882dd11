import { type FacetName, facetNames } from './card.ts';
import type { Column } from './column.ts';

export type Columns = Readonly<Partial<Record<FacetName, Column>>>;
export type Chosen = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** A value of a facet, with how many results it has or would add. */
export interface FacetCount {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** The rows that have any of the chosen values of each facet. A value the column does not know fits no row. */
export function narrow(rows: readonly number[], columns: Columns, chosen: Chosen, except?: FacetName): number[] {
  const tests = facetNames.flatMap((name) => {
    const values = chosen[name];
    const column = columns[name];
    if (!values || !column || name === except) return [];
    const numbers = new Set(column.values.flatMap(([id], number) => (values.includes(id) ? number : [])));
    return [(row: number) => column.rows[row]?.some((value) => numbers.has(value)) ?? false];
  });
  return rows.filter((row) => tests.every((test) => test(row)));
}

/**
 * The values of a facet with their counts among `rows` narrowed by all other facets, so that a second value of the same
 * facet shows what it would add. Values without results are left out unless chosen; chosen ones no row has are kept.
 */
export function countFacet(name: FacetName, rows: readonly number[], columns: Columns, chosen: Chosen): FacetCount[] {
  const column = columns[name];
  if (!column) return [];
  const counts = new Array<number>(column.values.length).fill(0);
  for (const row of narrow(rows, columns, chosen, name)) {
    for (const value of column.rows[row] ?? []) counts[value] = (counts[value] ?? 0) + 1;
  }
  const wanted = chosen[name] ?? [];
  const known = column.values.map(([id, label], number): FacetCount => {
    return { id, label, count: counts[number] ?? 0, chosen: wanted.includes(id) };
  });
  const unknown = wanted.filter((id) => !column.values.some(([value]) => value === id));
  return [
    ...known.filter((value) => value.count > 0 || value.chosen),
    ...unknown.map((id) => ({ id, label: id, count: 0, chosen: true })),
  ];
}
