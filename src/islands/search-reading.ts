import { type SearchState, writeState } from '../core/search/search-state.ts';
import { type Slot, sizeOf } from '../core/search/slot.ts';
import { between, element } from './search-elements.ts';
import type { Answer } from './search-engine.ts';
import type { PagefindResult } from './search-pagefind.ts';
import type { SearchText } from './search-text.ts';

type Content = readonly (Node | string)[];

/** How the query was read, in sentences: what was corrected, whose other name it holds, what no claim has. */
export function readingOf(state: SearchState, answer: Answer, text: SearchText): Content {
  if (state.exact) return [text.exactly, stateLink({ ...state, exact: false }, text.anyway)];
  const { slots, hits, whole, loosened, leftOut } = answer;
  const corrected = slots.filter(({ read }) => read?.how === 'spelling');
  const missing = [...slots.filter((slot) => sizeOf(slot) === 0).map((slot) => slot.text), ...leftOut];
  const quoted = (words: readonly string[]) => text.list(words.map(text.quote));
  const others = hits.length - whole;
  const sentences: Content[] = [
    corrected.length > 0 ? [text.showing, ...withCorrections(state.query, corrected, text), '.'] : [],
    ...slots.map(({ text: word, read }) => {
      if (read?.how === 'name') return [text.named(word, text.list(read.as))];
      return read?.how === 'also' ? [text.also(word, text.list(read.as))] : [];
    }),
    loosened.length > 0 ? [text.loosened(quoted(loosened))] : [],
    missing.length > 0 ? [text.missing(quoted(missing))] : [],
    slots.length > 1 && others > 0 ? [text.whole(whole, others)] : [],
    loosened.length > 0 || slots.some(({ read }) => read)
      ? [stateLink({ ...state, exact: true }, text.instead(text.quote(state.query.trim())))]
      : [],
  ];
  const said = sentences.filter((sentence) => sentence.length > 0);
  return between(
    said.map((sentence) => element('span', {}, ...sentence)),
    ' ',
  );
}

/** A link that is followed without leaving the page. */
export function stateLink(state: SearchState, ...children: Content): HTMLAnchorElement {
  return element('a', { href: `?${writeState(state)}`, 'data-state': '' }, ...children);
}

/** The query with the words that were read in another way put in their places, in bold. */
function withCorrections(query: string, slots: readonly Slot<PagefindResult>[], text: SearchText): Content {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { start, end: next, read } of slots) {
    parts.push(query.slice(end, start), element('strong', {}, text.list(read?.as ?? [])));
    end = next;
  }
  return [...parts, query.slice(end).trimEnd()];
}
