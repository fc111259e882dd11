/** A text in which typewriter and typographic signs are the same. */
export function foldSigns(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/[–—]/g, '-');
}
