import { type SearchState, writeState } from '../core/search/search-state.ts';
import { sizeOf } from '../core/search/slot.ts';
import { chosenItems } from './search-chosen.ts';
import { element } from './search-elements.ts';
import { type Answer, createSearchEngine } from './search-engine.ts';
import { createFacets } from './search-facets.ts';
import { personOffer } from './search-offer.ts';
import { readingOf, stateLink } from './search-reading.ts';
import { resultItem } from './search-result.ts';
import type { SearchText } from './search-text.ts';

/** The part of the search page that changes with each search. It is loaded when the reader turns to the search. */
export interface SearchView {
  /** Fetches what every search needs. */
  readonly warm: () => void;
  /** Searches and shows what was found; gives what to tell screen readers. Does nothing if a newer search has begun. */
  readonly show: (state: SearchState) => Promise<string | undefined>;
  readonly showMore: () => Promise<string | undefined>;
  readonly clear: () => void;
  readonly chosen: () => SearchState['chosen'];
}

export function createSearchView(root: HTMLElement, base: string, text: SearchText): SearchView {
  const engine = createSearchEngine(`${base}pagefind/`);
  const facets = createFacets(root, text);
  const results = find(root, '[data-results]');
  const summary = find(root, '[data-summary]');
  const more = find(root, '[data-more]');
  const reading = element('div', { class: 'reading t1', 'data-reading': '' });
  const narrowed = element('ul', { class: 'chosen ui' });
  const offer = element('p', { class: 'offer', 'data-offer': '' });
  results.before(narrowed, offer, reading);
  let answer: Answer | undefined;
  let shown = 0;
  let run = 0;

  async function show(state: SearchState): Promise<string | undefined> {
    run += 1;
    const own = run;
    const found = await engine.search(state);
    const first = found.hits.length > 0 ? found.hits.slice(0, firstPage) : found.nearest;
    const loaded = await Promise.all(first.map(found.load));
    if (own !== run) return undefined;
    answer = found;
    shown = Math.min(loaded.length, found.hits.length);
    const items = loaded.map((result) => resultItem(result, base, text));
    narrowed.replaceChildren(...chosenItems(state, found.chosen, text));
    offer.replaceChildren(...personOffer(found, loaded, base, text));
    if (found.hits.length > 0) showFound(state, found, items);
    else showNothing(state, found, items);
    root.dataset['shows'] = writeState(state);
    void facets.count(found);
    return `${summary.textContent}. ${found.hits.length > 0 ? reading.textContent : ''}`;
  }

  function showFound(state: SearchState, found: Answer, items: readonly HTMLElement[]): void {
    root.dataset['state'] = 'found';
    summary.textContent = text.counted(found.hits.length, found.claims);
    reading.replaceChildren(...readingOf(state, found, text));
    results.replaceChildren(...items);
    more.hidden = shown >= found.hits.length;
  }

  /** Nothing found: that is said, and what could help is offered, the nearest claims apart from results. */
  function showNothing(state: SearchState, { whole, slots }: Answer, items: readonly HTMLElement[]): void {
    const query = state.query.trim();
    const ways: Node[] = [];
    if (Object.keys(state.chosen).length > 0 && (whole > 0 || query === '')) {
      ways.push(stateLink({ ...state, chosen: {} }, text.widen));
    }
    if (state.exact) ways.push(stateLink({ ...state, exact: false }, text.anyway));
    else if (slots.some(({ kind }) => kind === 'phrase')) {
      ways.push(stateLink({ ...state, query: query.replace(/["“”„«»]/g, ' ').trim() }, text.unquoted));
    }
    ways.push(element('a', { href: `${base}claims/` }, text.browse));
    const nearest =
      items.length === 0 ? [] : [element('h3', { class: 'lab t1' }, text.nearest), element('ul', {}, ...items)];
    const unknown = slots.filter((slot) => sizeOf(slot) === 0).map((slot) => text.quote(slot.text));
    const said = items.length > 0 && unknown.length > 0 ? [element('p', {}, text.unknown(text.list(unknown)))] : [];
    root.dataset['state'] = 'empty';
    summary.textContent = text.nothing(query);
    reading.replaceChildren(...said, element('ul', {}, ...ways.map((way) => element('li', {}, way))), ...nearest);
    results.replaceChildren();
    more.hidden = true;
  }

  async function showMore(): Promise<string | undefined> {
    const found = answer;
    if (!found) return undefined;
    const next = await Promise.all(found.hits.slice(shown, shown + furtherPage).map(found.load));
    if (found !== answer) return undefined;
    shown += next.length;
    const items = next.map((result) => resultItem(result, base, text));
    results.append(...items);
    more.hidden = shown >= found.hits.length;
    items[0]?.querySelector('a')?.focus();
    return text.shown(shown, found.hits.length);
  }

  function clear(): void {
    run += 1;
    answer = undefined;
    for (const place of [results, reading, narrowed, offer]) place.replaceChildren();
    more.hidden = true;
  }

  return {
    show,
    showMore,
    clear,
    chosen: facets.chosen,
    warm: () => void engine.warm().catch(() => undefined), // the search that follows says what went wrong
  };
}

/** What is ranked anew once it is loaded; more would have to be fetched before the first result is seen. */
const firstPage = 10;
const furtherPage = 20;

function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Unexpected <otr-search>, expected ${selector} in it`);
  return found;
}
