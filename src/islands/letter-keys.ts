import { recall, remember } from './memory.ts';

/**
 * `<otr-letter-keys>` round a checkbox: whether keys of a single character do anything on this site (WCAG 2.1.4), remembered
 * in the browser. Where they do not, the page's root has `data-no-letter-keys`, which scripts ask before they act.
 */
class LetterKeys extends HTMLElement {
  connectedCallback(): void {
    write(recall(key) !== 'off');
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      write(target.checked);
      remember(key, target.checked ? null : 'off');
    });
  }
}

const key = 'otr-letter-keys';

function write(on: boolean): void {
  document.documentElement.toggleAttribute('data-no-letter-keys', !on);
  for (const box of document.querySelectorAll<HTMLInputElement>('otr-letter-keys input')) box.checked = on;
}

customElements.define('otr-letter-keys', LetterKeys);
