/** Where a former address leads. */
export interface MovedAddress {
  readonly to: string;
  /** What stands before the revision in a fragment there, for what was merged into another. */
  readonly prefix?: string | undefined;
  /** The fragment for a link that has none. */
  readonly told?: string | undefined;
}

/** The address to go on to, from the fragment of the link that was followed; a part of a page has the same name there. */
export function movedTo(hash: string, { to, prefix, told }: MovedAddress): string {
  if (prefix !== undefined && /^#r\d+$/.test(hash)) return `${to}#${prefix}${hash.slice(1)}`;
  if (hash !== '') return to + hash;
  return to + (told === undefined ? '' : `#${told}`);
}
