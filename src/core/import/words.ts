/** A word of a text, where it stands (UTF-16 units) and in the form in which words are compared. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The words of a text in order: runs of letters and digits, with the apostrophes and hyphens inside them. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’ʼ\-‐‑][\p{L}\p{N}\p{M}]+)*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: foldWord(word),
  }));
}

/** Case, composed accents and the shape of apostrophes and hyphens make no other word. */
function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');
}
