import { asksNothing, readState, type SearchState, writeState } from '../core/search/search-state.ts';
import { type SearchText, searchText } from './search-text.ts';
import type { SearchView } from './search-view.ts';

/**
 * `<otr-search data-base="/">`: the search page. It fills what it finds inside:
 *
 * - `form[role=search]` with `input[name=q]`, `select[name=sort]`
 * - `[data-facet=<name>] ul`: the values of a facet
 * - `[data-summary]`: what was found, in words; `ol[data-results]`: the results
 * - `[data-status][role=status]`: what screen readers are told
 * - `button[data-more]`: shows more results
 *
 * and says in `data-state` how it stands: idle, loading, found, empty or failed, and in `data-shows` whose results it shows. The query and everything chosen stand in
 * the address. Neither the engine nor the index is fetched before the reader turns to the search: a query in the address,
 * the field in focus.
 */
class Search extends HTMLElement {
  #view: Promise<SearchView> | undefined;
  #text: SearchText = searchText(document.documentElement.lang);
  #title = document.title;
  #run = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#typing);
      this.#go({ ...this.#state, query: this.#field.value, exact: false }, 'push');
    });
    this.#field.addEventListener('focus', () => this.#open().then((view) => view.warm(), ignore), { once: true });
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#typing);
      const settle = () => this.#go({ ...this.#state, query: this.#field.value, exact: false }, 'replace');
      this.#typing = setTimeout(settle, pause);
    });
    this.addEventListener('change', ({ target }) => void this.#onChange(target));
    this.addEventListener('click', (event) => this.#onClick(event));
    this.addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('popstate', () => this.#restore());
    this.#restore();
    if (location.hash === `#${this.#field.id}`) this.#field.focus();
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  get #state(): SearchState {
    return readState(new URLSearchParams(location.search));
  }

  get #field(): HTMLInputElement {
    const field = this.querySelector<HTMLInputElement>('input[name="q"]');
    if (!field) throw new Error('Unexpected <otr-search>, expected input[name="q"] in it');
    return field;
  }

  /** The engine with what shows its results; fetched once, and again if that failed. */
  #open(): Promise<SearchView> {
    this.#view ??= import('./search-view.ts')
      .then(({ createSearchView }) => createSearchView(this, this.#base, this.#text))
      .catch((error) => {
        this.#view = undefined;
        throw error;
      });
    return this.#view;
  }

  #restore(): void {
    const state = this.#state;
    this.#field.value = state.query;
    const sort = this.querySelector('select');
    if (sort) sort.value = state.sort;
    void this.#show(state);
  }

  #go(state: SearchState, how: 'push' | 'replace'): void {
    const asked = writeState(state);
    if (asked === writeState(this.#state) && this.dataset['state'] !== 'failed') return;
    const address = asked === '' ? location.pathname : `?${asked}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#show(state);
  }

  async #show(state: SearchState): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const query = state.query.trim();
    document.title = query === '' ? this.#title : `${query} – ${this.#title}`;
    if (asksNothing(state)) return this.#clear();
    if (this.dataset['state'] === undefined || this.dataset['state'] === 'idle') {
      this.dataset['state'] = 'loading';
      this.querySelector('[data-summary]')?.replaceChildren(this.#text.searching);
    }
    const slow = setTimeout(() => {
      this.setAttribute('aria-busy', 'true');
      this.#say(this.#text.searching);
    }, patience);
    try {
      const view = await this.#open();
      const message = await view.show(state);
      if (message !== undefined) this.#say(message);
    } catch (error) {
      if (run === this.#run) await this.#fail(error);
    } finally {
      clearTimeout(slow);
      if (run === this.#run) this.removeAttribute('aria-busy');
    }
  }

  #clear(): void {
    this.dataset['state'] = 'idle';
    this.removeAttribute('aria-busy');
    this.#say('');
    this.#view?.then((view) => view.clear(), ignore);
  }

  async #fail(error: unknown): Promise<void> {
    console.warn(error);
    await this.#view?.then((view) => view.clear(), ignore);
    const message = navigator.onLine ? this.#text.failed : this.#text.offline;
    this.dataset['state'] = 'failed';
    const again = document.createElement('a');
    again.href = location.href;
    again.textContent = this.#text.again;
    this.querySelector('[data-summary]')?.replaceChildren(message, ' ', again);
    this.#say(message);
  }

  #say(message: string): void {
    const status = this.querySelector('[data-status]');
    if (status && status.textContent !== message) status.textContent = message;
  }

  async #onChange(target: EventTarget | null): Promise<void> {
    if (target instanceof HTMLSelectElement) {
      const parameters = new URLSearchParams(location.search);
      parameters.set('sort', target.value);
      this.#go(readState(parameters), 'push');
    } else if (target instanceof HTMLInputElement && target.type === 'checkbox') {
      const view = await this.#open();
      this.#go({ ...this.#state, chosen: view.chosen() }, 'push');
    }
  }

  #onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest('a[data-state]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link instanceof HTMLAnchorElement && plain) {
      event.preventDefault();
      const state = readState(new URL(link.href).searchParams);
      this.#field.value = state.query;
      this.querySelector<HTMLElement>('[data-summary]')?.focus(); // the link goes; the field would call up a keyboard
      this.#go(state, 'push');
    }
    if (event.target.closest('[data-more]')) {
      void this.#open().then(async (view) => this.#say((await view.showMore()) ?? ''), ignore);
    }
  }

  /** Arrows walk from the field through the results and back; Escape returns to the field. */
  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const active = document.activeElement;
    const links = [...this.querySelectorAll<HTMLElement>('.card h3 a')];
    const at = links.findIndex((link) => link.contains(active));
    if (event.key === 'Escape' && active !== this.#field) {
      this.#field.focus();
      this.#field.select();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || (at < 0 && (active !== this.#field || step < 0))) return;
    const next = at + step < 0 ? this.#field : links[Math.min(at + step, links.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** Milliseconds a reader pauses before what they typed is searched. */
const pause = 150;
/** Milliseconds before a search counts as slow and says so. */
const patience = 250;

function ignore(): void {}

customElements.define('otr-search', Search);
