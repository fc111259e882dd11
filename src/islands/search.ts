import { type FacetName, facetNames } from '../core/search/card.ts';
import { asksNothing, readState, type SearchState, writeState } from '../core/search/search-state.ts';
import { type Answer, createSearchEngine, type SearchEngine } from './search-engine.ts';
import { element, facetItems, resultItem } from './search-view.ts';

/**
 * `<otr-search data-base="/">`: the search page. It takes what it finds inside, and what is there without script stays:
 *
 * - `form[role=search]` with `input[name=q]`
 * - `[data-facet=<name>]`, each with a list that is filled with boxes; a facet inside a closed `details` is counted when
 *   it is opened
 * - `select[name=sort]`
 * - `[data-summary]`: what was found, in words; `ol[data-results]`: the results
 * - `[data-status][role=status]`: what screen readers are told
 * - `button[data-more]`: shows more results
 *
 * Nothing of the index is fetched before the reader turns to the search: a query or filter in the address, the field in
 * focus, a facet opened.
 */
class Search extends HTMLElement {
  #engine: SearchEngine | undefined;
  #answer: Answer | undefined;
  #shown = 0;
  #run = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#typing);
      this.#go({ ...this.#state, query: this.#field.value, exact: false }, 'push');
    });
    this.#field.addEventListener('focus', () => this.#warm(), { once: true });
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => {
        this.#go({ ...this.#state, query: this.#field.value, exact: false }, 'replace');
      }, pause);
    });
    this.addEventListener('change', (event) => {
      const { target } = event;
      if (target instanceof HTMLSelectElement && target.name === 'sort') {
        this.#go(readState(new URLSearchParams({ ...this.#parameters, sort: target.value })), 'push');
      } else if (target instanceof HTMLInputElement && target.type === 'checkbox') {
        this.#go({ ...this.#state, chosen: this.#ticked }, 'push');
      }
    });
    this.addEventListener('toggle', () => void this.#countFacets(this.#run), { capture: true });
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-state]') : null;
      if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        this.#go(readState(new URL(link.href).searchParams), 'push');
      }
      if (event.target instanceof Element && event.target.closest('[data-more]')) void this.#showMore(this.#run);
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  get #parameters(): Record<string, string> {
    return Object.fromEntries(new URLSearchParams(location.search));
  }

  get #state(): SearchState {
    return readState(new URLSearchParams(location.search));
  }

  get #form(): HTMLFormElement {
    return this.#find('form[role="search"]', HTMLFormElement);
  }

  get #field(): HTMLInputElement {
    return this.#find('input[name="q"]', HTMLInputElement);
  }

  get #results(): HTMLElement {
    return this.#find('[data-results]', HTMLElement);
  }

  get #ticked(): SearchState['chosen'] {
    const chosen: Partial<Record<FacetName, string[]>> = {};
    for (const name of facetNames) {
      const boxes = this.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`);
      if (boxes.length > 0) chosen[name] = [...boxes].map((box) => box.value);
    }
    return chosen;
  }

  #find<T extends Element>(selector: string, type: new () => T): T {
    const found = this.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`<otr-search> expected ${selector}`);
    return found;
  }

  #warm(): SearchEngine {
    if (!this.#engine) {
      this.#engine = createSearchEngine(`${this.#base}pagefind/`);
      this.#engine.warm().catch(() => undefined); // the search that follows says what went wrong
    }
    return this.#engine;
  }

  #restore(): void {
    const state = this.#state;
    if (document.activeElement !== this.#field) this.#field.value = state.query;
    this.#show(state);
  }

  #go(state: SearchState, how: 'push' | 'replace'): void {
    const asked = writeState(state);
    if (asked === writeState(this.#state)) return;
    const address = asked === '' ? location.pathname : `?${asked}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#show(state);
  }

  async #show(state: SearchState): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    if (asksNothing(state)) return this.#clear();
    this.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => this.#say('Searching …'), 300);
    try {
      const answer = await this.#warm().search(state);
      const first = await Promise.all(answer.hits.slice(0, pageSize).map(answer.load));
      if (run !== this.#run) return;
      this.#answer = answer;
      this.#shown = first.length;
      this.#results.replaceChildren(...first.map((result) => resultItem(result, this.#base)));
      this.#summarise(state, answer);
      this.dataset['state'] = answer.hits.length === 0 ? 'empty' : 'found';
      await this.#countFacets(run);
    } catch (error) {
      if (run !== this.#run) return;
      this.#fail(error);
    } finally {
      clearTimeout(slow);
      if (run === this.#run) this.removeAttribute('aria-busy');
    }
  }

  #clear(): void {
    this.#answer = undefined;
    this.dataset['state'] = 'idle';
    this.#results.replaceChildren();
    this.querySelector('[data-summary]')?.replaceChildren();
    this.#more(false);
    this.#say('');
  }

  #summarise({ query }: SearchState, { hits, claims }: Answer): void {
    const count = `${hits.length} of ${claims} ${claims === 1 ? 'claim' : 'claims'}`;
    const asked = query.trim() === '' ? '' : ` for “${query.trim()}”`;
    this.querySelector('[data-summary]')?.replaceChildren(hits.length === 0 ? `No claims found${asked}` : count);
    this.#more(this.#shown < hits.length);
    this.#say(hits.length === 0 ? `No claims found${asked}.` : `${count}${asked}.`);
  }

  #fail(error: unknown): void {
    console.warn(error);
    this.dataset['state'] = 'failed';
    this.#results.replaceChildren();
    this.#more(false);
    const again = element('a', { href: location.href }, 'Try again');
    const all = element('a', { href: `${this.#base}claims/` }, 'browse all claims');
    const message = navigator.onLine ? 'The search index could not be loaded. ' : 'You are offline. ';
    this.querySelector('[data-summary]')?.replaceChildren(message, again, ' or ', all, '.');
    this.#say(message);
  }

  #say(text: string): void {
    const status = this.querySelector('[data-status]');
    if (status && status.textContent !== text) status.textContent = text;
  }

  #more(visible: boolean): void {
    const button = this.querySelector('[data-more]');
    if (button instanceof HTMLElement) button.hidden = !visible;
  }

  async #showMore(run: number): Promise<void> {
    const answer = this.#answer;
    if (!answer) return;
    const next = await Promise.all(answer.hits.slice(this.#shown, this.#shown + pageSize).map(answer.load));
    if (run !== this.#run) return;
    this.#shown += next.length;
    const items = next.map((result) => resultItem(result, this.#base));
    this.#results.append(...items);
    this.#more(this.#shown < answer.hits.length);
    items[0]?.querySelector('a')?.focus();
    this.#say(`${this.#shown} of ${answer.hits.length} shown.`);
  }

  async #countFacets(run: number): Promise<void> {
    const answer = this.#answer;
    if (!answer) return;
    const open = facetNames.filter((name) => this.#facet(name)?.checkVisibility());
    const counts = await answer.count(open);
    if (run !== this.#run) return;
    for (const [name, values] of counts) {
      this.#facet(name)?.replaceChildren(...facetItems(name, values, answer.signs));
    }
  }

  #facet(name: FacetName): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-facet="${name}"] ul`);
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && document.activeElement !== this.#field) {
      this.#field.focus();
      this.#field.select();
    }
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.#results.querySelectorAll<HTMLElement>('h3 a')];
    const active = document.activeElement;
    const at = links.findIndex((link) => link === active);
    if (at < 0 && active !== this.#field) return;
    const next = at + step < 0 ? this.#field : links[Math.min(at + step, links.length - 1)];
    if (!next || (at < 0 && step < 0)) return;
    event.preventDefault();
    next.focus();
  }
}

/** Milliseconds a reader pauses before what they typed is searched. */
const pause = 200;
const pageSize = 20;

customElements.define('otr-search', Search);
