import { movedTo } from './moved-to.ts';

/** `<otr-moved data-to data-prefix data-told>` on the page of an address that was given up: goes on, with the fragment. */
class Moved extends HTMLElement {
  connectedCallback(): void {
    const { to, prefix, told } = this.dataset;
    if (to !== undefined) location.replace(movedTo(location.hash, { to, prefix, told }));
  }
}

customElements.define('otr-moved', Moved);
