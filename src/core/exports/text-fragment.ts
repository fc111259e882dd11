import type { PlacedPassage } from '../model/library.ts';

/** Longer passages are named by their first and last words. */
const longest = 100;
const endWords = 4;
const contextWords = 3;

/**
 * The fragment that leads to a passage in its review and lights its very words, `#id:~:text=…`: a browser that does not
 * know text directives goes to the mark of that id. Source: WICG, URL Fragment Text Directives.
 *
 * The sign after a mark stands between its last word and what follows, and directives do not look across it. So a passage
 * with other marks inside is named by its ends, and only words before it, as far as no mark ends among them, tell it from
 * others like it; words after it where a statement, which the page has before the prose too, says the same.
 */
export function passageFragment(passage: PlacedPassage): string {
  const { review, block, position, fragment } = passage;
  const { text: whole = '', start: from = 0, passages = [] } = review.blocks[block] ?? {};
  const text = [...whole];
  const [start, end] = [position.start - from, position.end - from];
  const breaks = passages.map((other) => other.position.end - from);
  const inside = breaks.filter((at) => at > start && at < end);
  const before = Math.max(0, ...breaks.filter((at) => at <= start));
  const prefix = lastWords(text.slice(before, start).join(''), contextWords);
  const exact = text.slice(start, end).join('');
  const ends =
    inside.length === 0 && exact.length <= longest
      ? [exact]
      : [
          firstWords(text.slice(start, Math.min(...inside, end)).join(''), endWords),
          lastWords(text.slice(Math.max(...inside, start), end).join(''), endWords),
        ];
  const words = ends.map((part) => encoded(part.trim())).filter((part) => part !== '');
  const suffix = isSaidElsewhere(review, `${prefix} ${ends[0]}`)
    ? firstWords(text.slice(end).join(''), contextWords)
    : '';
  const context = [prefix && `${encoded(prefix)}-`, suffix && `-${encoded(suffix)}`] as const;
  const directive = [context[0], ...words, context[1]].filter((part) => part !== '').join(',');
  return `#${encodeURIComponent(fragment)}:~:text=${directive}`;
}

function isSaidElsewhere({ claims, facts }: PlacedPassage['review'], words: string): boolean {
  const folded = words.trim().toLowerCase();
  return (
    claims.some(({ statement }) => statement.text.toLowerCase().includes(folded)) ||
    facts.some(({ summary }) => summary.text.toLowerCase().includes(folded))
  );
}

/** A hyphen has a meaning of its own in a directive. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\s+/g, ' ').toWellFormed()).replaceAll('-', '%2D');
}

function firstWords(text: string, count: number): string {
  return new RegExp(`^\\s*(?:\\S+\\s+){0,${count - 1}}\\S+`).exec(text)?.[0].trim() ?? '';
}

function lastWords(text: string, count: number): string {
  return new RegExp(`(?:\\S+\\s+){0,${count - 1}}\\S+\\s*$`).exec(text)?.[0].trim() ?? '';
}
