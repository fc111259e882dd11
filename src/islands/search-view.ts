import type { FacetName, SectionName } from '../core/search/card.ts';
import type { FacetCount } from '../core/search/count-facets.ts';
import { excerpts, type Piece } from '../core/search/excerpt.ts';
import type { Result } from './search-engine.ts';

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

/** A result, as `look/search.html` draws it. */
export function resultItem(result: Result, base: string): HTMLLIElement {
  const { card, verdict, statement, content, places, url } = result;
  const why = excerpts(content, card.parts, places);
  const stated = why.find(({ part }) => part === 'statement');
  const reasons = why.filter(({ part }) => part !== 'statement').slice(0, 2);
  const work = [card.year === undefined ? '' : ` (${card.year})`, card.when ?? '', card.confidence];
  return element(
    'li',
    { class: 'card' },
    element(
      'div',
      { class: 'meta' },
      element('span', { class: 'verdict', 'data-sign': verdict.sign }, sign(verdict.sign), verdict.label),
      element('span', { class: 'who', 'data-by': card.role }, card.by),
    ),
    element(
      'div',
      {},
      element('h3', {}, element('a', { href: url }, ...(stated ? marked(stated.pieces) : [statement]))),
      ...(reasons.length > 0 ? [element('p', { class: 'why' }, ...reasons.flatMap(reason))] : []),
      element(
        'p',
        { class: 'src' },
        element('cite', {}, card.work),
        work
          .filter((part) => part !== '')
          .join('; ')
          .replace(/^; /, ''),
        ...inContext(card.passages, base),
      ),
    ),
  );
}

/** The values of a facet, as boxes to tick. */
export function facetItems(
  name: FacetName,
  values: readonly FacetCount[],
  signs: ReadonlyMap<string, string>,
): HTMLLIElement[] {
  return values.map(({ id, label, count, chosen }) => {
    const box = element('input', { type: 'checkbox', name, value: id });
    box.checked = chosen;
    const shape = name === 'verdict' ? signs.get(id) : undefined;
    return element(
      'li',
      {},
      element(
        'label',
        shape ? { 'data-sign': shape } : {},
        box,
        ...(shape ? [sign(shape)] : []),
        label,
        element('b', {}, String(count)),
      ),
    );
  });
}

/** The sign of a verdict; the page defines its shape as `<symbol id="sign-…">`. */
function sign(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'sign');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#sign-${name}`);
  svg.append(use);
  return svg;
}

const partLabels: Readonly<Record<SectionName, string>> = {
  statement: 'Statement',
  shown: 'As shown',
  record: 'Record',
  sources: 'Sources',
  people: 'About',
};

function reason({
  part,
  pieces,
}: {
  readonly part: SectionName;
  readonly pieces: readonly Piece[];
}): (Node | string)[] {
  const quoted = part === 'people' || part === 'sources' ? marked(pieces) : ['“', ...marked(pieces), '”'];
  return [`${partLabels[part]}: `, ...quoted, '. '];
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, marked: mark }) => (mark ? element('mark', {}, text) : text));
}

function inContext(passages: readonly string[], base: string): (Node | string)[] {
  const [first] = passages;
  if (first === undefined) return [];
  return ['; ', element('a', { href: base + first }, 'in context')];
}
