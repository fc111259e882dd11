import { type Excerpt, excerpts, type Piece } from '../core/search/excerpt.ts';
import { element, signElement } from './search-elements.ts';
import type { Result } from './search-engine.ts';
import type { SearchText } from './search-text.ts';

/**
 * A result: verdict and speaker, the statement as a link to the claim, why it was found, where it comes from. Sources and
 * people are a reason only where there is no better one.
 */
export function resultItem(result: Result, base: string, text: SearchText): HTMLLIElement {
  const { card, verdict, statement, content, places, url } = result;
  const found = excerpts(content, card.parts, places);
  const stated = found.find(({ part }) => part === 'statement');
  const told = found.filter(({ part }) => part === 'passage' || part === 'shown' || part === 'record');
  const named = found.filter(({ part }) => part === 'sources' || part === 'people');
  const reasons = told.length > 0 ? told : named.slice(0, 1);
  const origin = [card.when, card.confidence].flatMap((part) => (part === undefined ? [] : `; ${part}`)).join('');
  const [passage] = card.passages;
  return element(
    'li',
    { class: 'card' },
    element(
      'div',
      { class: 'meta' },
      element('span', { class: 'verdict', 'data-sign': verdict.sign }, signElement(verdict.sign), verdict.label),
      element('span', { class: 'who', 'data-by': card.role }, card.by),
    ),
    element(
      'div',
      {},
      element('h3', {}, element('a', { href: url }, ...(stated ? marked(stated.pieces) : [statement]))),
      ...(reasons.length > 0
        ? [element('p', { class: 'why' }, ...reasons.flatMap((reason) => why(reason, text)))]
        : []),
      element(
        'p',
        { class: 'src' },
        element('cite', {}, card.work),
        card.year === undefined ? '' : ` (${card.year})`,
        origin,
        ...(passage === undefined ? [] : ['; ', element('a', { href: base + passage }, text.inContext)]),
      ),
    ),
  );
}

function why({ part, pieces }: Excerpt, text: SearchText): (Node | string)[] {
  const words = marked(pieces);
  return [
    `${text.part[part]}: `,
    ...(part === 'people' || part === 'sources' ? words : [text.quotes[0], ...words, text.quotes[1]]),
    ' ',
  ];
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, marked: mark }) => (mark ? element('mark', {}, text) : text));
}
