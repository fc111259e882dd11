/** An element with attributes and children; a text child is text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The sign of a verdict; every page defines its shape as `<symbol id="sign-…">`. */
export function signElement(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'sign');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#sign-${name}`);
  svg.append(use);
  return svg;
}

/** Words and elements with spaces or other text between them. */
export function between(items: readonly (Node | string)[], text: string): (Node | string)[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [text, item]));
}
