/**
 * On paper every note is open. The style sheet does so (`::details-content`); where a browser cannot, they are opened for
 * the printer and closed again.
 */
if (!CSS.supports('selector(::details-content)')) {
  let opened: readonly HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('.note:not([open])')];
    for (const note of opened) note.open = true;
  });
  addEventListener('afterprint', () => {
    for (const note of opened) note.open = false;
  });
}

export {}; // a module of its own, though nothing is taken from it
