import { recall, remember } from './memory.ts';

/**
 * `<otr-lens>` round the inputs of the lens: what is chosen stands in the address (`?by=work&strict=licence&verdict=false,misleading`),
 * and a reader's own choice is remembered. An address that chooses comes before what is remembered, and does not change it;
 * what is remembered gives way where it would hide the very passage a link leads to.
 */
class Lens extends HTMLElement {
  connectedCallback(): void {
    const asked = new URLSearchParams(location.search);
    const isAsked = names.some((name) => asked.has(name));
    this.#choose(isAsked ? asked : new URLSearchParams(recall(key) ?? ''));
    if (!isAsked && hidesTarget()) this.#choose(new URLSearchParams());
    this.#write();
    this.addEventListener('change', () => {
      this.#write();
      remember(key, this.#chosen().toString());
    });
  }

  /** The verdicts are checkboxes without a name, the others radios. */
  #inputs(name: string): HTMLInputElement[] {
    const fields = name === 'verdict' ? '[type="checkbox"]' : `[name="${name}"]`;
    return [...this.querySelectorAll<HTMLInputElement>(fields)];
  }

  #choose(wanted: URLSearchParams): void {
    for (const name of names) {
      const inputs = this.#inputs(name);
      const values = wanted.get(name)?.split(',') ?? [];
      const isWanted = ({ value }: HTMLInputElement) => value.split(',').some((one) => values.includes(one));
      const isKnown = values.includes(none) || inputs.some(isWanted);
      for (const input of inputs) input.checked = isKnown ? isWanted(input) : input.defaultChecked;
    }
  }

  /** Only what differs from how the page comes. */
  #chosen(): URLSearchParams {
    const chosen = new URLSearchParams();
    for (const name of names) {
      const inputs = this.#inputs(name);
      if (inputs.every((input) => input.checked === input.defaultChecked)) continue;
      const values = inputs.filter((input) => input.checked).map((input) => input.value);
      chosen.set(name, values.join(',') || none);
    }
    return chosen;
  }

  #write(): void {
    const url = new URL(location.href);
    for (const name of names) url.searchParams.delete(name);
    for (const [name, value] of this.#chosen()) url.searchParams.set(name, value);
    url.search = url.search.replaceAll('%2C', ',');
    if (url.href !== location.href) history.replaceState(history.state, '', url);
    url.hash = '';
    const copy = this.querySelector<HTMLElement>('otr-copy');
    if (copy) copy.dataset['text'] = url.href;
  }
}

const names = ['by', 'strict', 'verdict'];
/** In place of values: nothing is chosen. */
const none = 'none';
const key = 'otr-lens';

function hidesTarget(): boolean {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/^note--/, '');
  const annotation = id && document.getElementById(id)?.dataset['annotation'];
  const reference = annotation && document.querySelector(`.ref[href="#${CSS.escape(`note--${annotation}`)}"]`);
  return reference ? !reference.checkVisibility() : false;
}

customElements.define('otr-lens', Lens);
