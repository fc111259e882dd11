/** Fetches what `<otr-selection>` does when something is first selected: most readers never select anything. */
if (document.querySelector('otr-selection')) {
  document.addEventListener('selectionchange', () => import('./selection.ts'), { once: true });
}

export {}; // a module of its own, though nothing is taken from it
