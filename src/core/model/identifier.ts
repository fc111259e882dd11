/**
 * Ids of annotations, people, works and reviews: words of lower-case letters and digits joined by single hyphens. Ids
 * are written by the author and permanent. A double hyphen or an underscore never occurs in one, so that the pages can
 * make further fragment names from an id (`note--<id>`) without clashing.
 */
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isIdentifier(text: string): boolean {
  return kebabCase.test(text);
}

/** The nearest well-formed id to what was written, or `undefined` when nothing usable is left of it. */
export function toIdentifier(text: string): string | undefined {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? undefined : id;
}
