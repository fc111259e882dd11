/** `<otr-lost data-base>` round a search form: puts the words of the address that was not found into its field. */
class LostAddress extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input');
    const { base = '/' } = this.dataset;
    const path = safelyDecoded(location.pathname.slice(base.length));
    const last = path.split('/').filter(Boolean).at(-1) ?? '';
    if (field && field.value === '')
      field.value = last
        .replace(/\.\w+$/, '')
        .replace(/[-_+\s]+/g, ' ')
        .trim();
  }
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

customElements.define('otr-lost', LostAddress);
