import type { Posting } from '../core/search/rank.ts';
import type { Slot } from '../core/search/resolve-query.ts';
import { type SearchState, writeState } from '../core/search/search-state.ts';
import { between, element } from './search-elements.ts';
import type { Answer } from './search-engine.ts';
import type { SearchText } from './search-text.ts';

/** How the query was read, in sentences: what was corrected, whose other name it holds, what no claim has. */
export function readingOf(state: SearchState, answer: Answer, text: SearchText): (Node | string)[] {
  const { slots, hits, whole } = answer;
  const exact = (label: string) => stateLink({ ...state, exact: true }, label);
  if (state.exact) return [text.exactly, stateLink({ ...state, exact: false }, text.anyway)];
  const sentences: (Node | string)[][] = [];
  const corrected = slots.filter(({ read }) => read?.how === 'spelling');
  if (corrected.length > 0 && hits.length > 0) {
    const query = state.query.trim();
    sentences.push([
      text.showing,
      ...withCorrections(state.query, corrected, text),
      '; ',
      exact(`${text.instead} ${text.quote(query)}`),
      '.',
    ]);
  }
  for (const { text: word, read } of slots) {
    if (read?.how === 'name') sentences.push([text.named(word, text.list(read.as))]);
    if (read?.how === 'also') sentences.push([text.also(word, text.list(read.as))]);
  }
  const missing = slots.filter(({ group }) => group.every(({ postings }) => postings.length === 0));
  if (missing.length > 0 && hits.length > 0) {
    sentences.push([text.missing(text.list(missing.map((slot) => text.quote(slot.text))))]);
  }
  if (slots.length > 1 && hits.length > 0 && whole < hits.length)
    sentences.push([text.whole(whole, hits.length - whole)]);
  return between(
    sentences.map((sentence) => element('span', {}, ...sentence)),
    ' ',
  );
}

/** A link that is followed without leaving the page. */
export function stateLink(state: SearchState, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return element('a', { href: `?${writeState(state)}`, 'data-state': '' }, ...children);
}

/** The query with the words that were read in another way put in their places, in bold. */
function withCorrections<P extends Posting>(
  query: string,
  slots: readonly Slot<P>[],
  text: SearchText,
): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { start, end: next, read } of slots) {
    parts.push(query.slice(end, start), element('strong', {}, text.list(read?.as ?? [])));
    end = next;
  }
  return [...parts, query.slice(end)];
}
