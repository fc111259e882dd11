/**
 * `<otr-data>` in a `<details>`, round links to the data of a page: shows each file, coloured, with a button to copy it, once
 * the panel is opened. What colours it is fetched then and not before. Without script the links stay links.
 */
class DataPanel extends HTMLElement {
  connectedCallback(): void {
    const panel = this.closest('details');
    const show = async () => {
      if (!panel?.open) return;
      panel.removeEventListener('toggle', show);
      for (const href of this.dataset['styles']?.split(' ') ?? []) {
        document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
      }
      const { showCode } = await import('./data-code.ts');
      await Promise.all(
        [...this.querySelectorAll<HTMLElement>('[data-lang]')].map((place) => showCode(place, this.dataset)),
      );
    };
    panel?.addEventListener('toggle', show);
    show();
  }
}

customElements.define('otr-data', DataPanel);
