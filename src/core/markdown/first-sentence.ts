/** Words whose full stop does not end a sentence. */
const abbreviations = new Set(
  'cf co col dr ed eds e.g gen i.e jr lt mr mrs ms prof rev sgt sr st trans tr vs гл им ред см т.е т.к'.split(' '),
);

/** The same, if a number follows. */
const countings = new Set(
  'c ca ch chs fol no nos p pp vol vols стр jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);

/**
 * The length (in UTF-16 units) of the first sentence of a text: up to and with the full stop, question or exclamation
 * mark (and closing quotation marks) that a space and something other than a small letter follow. Initials ("J. V.
 * Stalin") and common abbreviations do not end it. Without an end it is the whole text.
 */
export function firstSentence(text: string): number {
  for (const match of text.matchAll(/[.!?…][)\]"'”’»“]*(?=\s+[^\s\p{Ll}])/gu)) {
    const end = match.index + match[0].length;
    if (!match[0].startsWith('.') || !isAbbreviation(text.slice(0, match.index), text.slice(end, end + 9))) return end;
  }
  return text.length;
}

function isAbbreviation(before: string, after: string): boolean {
  const word = /[^\s([{“‘«]*$/u.exec(before)?.[0] ?? '';
  if (countings.has(word.toLowerCase())) return /^\s+\d/.test(after);
  return /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
}
