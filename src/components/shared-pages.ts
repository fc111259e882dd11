/** How many entries of each of its lists a page holds. */
export const pageSize = 100;

/** The numbers of the pages that lists need which are turned together; one where all of them are empty. */
export function sharedPages(lists: readonly (readonly unknown[])[]): number[] {
  const longest = Math.max(1, ...lists.map(({ length }) => length));
  return Array.from({ length: Math.ceil(longest / pageSize) }, (_, index) => index + 1);
}

/** What a list has on a page. */
export function onPage<Entry>(list: readonly Entry[], number: number): Entry[] {
  return list.slice((number - 1) * pageSize, number * pageSize);
}
