import { code, nearest } from '../messages/nearest.ts';

export interface UnreadCitation {
  readonly index: number;
  readonly text: string;
  readonly found: string;
  readonly expected: string;
}

/** A bracket with a key in it (closed or not), a key alone, or a bracket that begins like a citation without `@`. */
const candidate =
  /\[[^\][@]{0,200}(?<![\p{L}\p{N}_.])@[^\][]{0,500}\]?|(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_][\p{L}\p{N}_:.-]{0,100})|\[([^\][\s,;]{1,100})(?:[\s,;][^\][]{0,500})?\]/gu;
const keyIn = /@ ?\{?([\p{L}\p{N}_][\p{L}\p{N}_:.-]{0,100})/gu;

/**
 * What is left in a text of citations that could not be read: two sources without a semicolon, no brackets, a bracket
 * that is not closed or has emphasis in it, no `@`. Where citations are not looked for (not `strict`) only if they name a
 * known source, or nearly.
 */
export function unreadCitations(
  text: string,
  sources: ReadonlyMap<string, unknown>,
  strict: boolean,
): UnreadCitation[] {
  return [...text.matchAll(candidate)].flatMap(({ 0: found, 1: bare, 2: word, index }) => {
    const written = bare === undefined ? found : withoutStop(found);
    const keys = [...written.matchAll(keyIn)].map(([, key = '']) => withoutStop(key));
    const isKnown = keys.some((key) => sources.has(key) || nearest(key, sources.keys()) !== undefined);
    if (word !== undefined ? !(strict && sources.has(word)) : bare !== undefined ? !isKnown : !strict && !isKnown)
      return [];
    const example = code(`[@${word ?? keys.find((key) => sources.has(key)) ?? 'key'}]`);
    const isOpen = written.startsWith('[') && !written.endsWith(']');
    const expected = isOpen
      ? `plain text and then \`]\`, as in ${example}`
      : keys.length > 1
        ? 'a semicolon between two sources: `[@key; @other]`'
        : example;
    return [{ index, text: written, found: `${code(written.trim())}, which cannot be read as a citation`, expected }];
  });
}

/** Punctuation behind a key belongs to the sentence. */
function withoutStop(key: string): string {
  return key.replace(/[:.-]{1,100}$/, '');
}
