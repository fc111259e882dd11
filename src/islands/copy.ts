/** `<otr-copy data-text data-done data-failed>` round a button: copies the text and says so on the button. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const label = button?.textContent ?? '';
    button?.setAttribute('aria-live', 'polite');
    button?.addEventListener('click', async () => {
      const { text = '', done = '', failed = '' } = this.dataset;
      const copied = await navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      );
      button.textContent = copied ? done : failed;
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }
}

customElements.define('otr-copy', CopyText);
