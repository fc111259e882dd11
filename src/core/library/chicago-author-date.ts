import type { XmlElement } from 'citeproc';
import chicago from 'style-chicago';

/**
 * The Chicago Manual of Style, 17th edition, author and date: full names, place and publisher, "Deutscher 1954, 220".
 * The style is that of the Citation Style Language project (CC BY-SA 3.0), from npm. Where this site differs:
 *
 * - an entry stands alone, so it never has a dash for its author; a citation links each source by its own name;
 * - titles keep their author's capitals, since half of them are not English;
 * - a work without author is cited by its short title, and a name too long for that by `original-author`;
 * - undated works of one author are told apart as well (n.d.-a), and a new edition by its own year ([1918] 1953a);
 * - the full date of a page or newspaper is given only when more than the year is known: `event-date` holds it.
 *
 * Source: CSL 1.0.2, specification.
 */
export function chicagoAuthorDate(): XmlElement {
  const style = structuredClone(chicago);
  style.children.push(
    element('locale', {}, element('terms', {}, article('art.', 'arts.'))),
    element('locale', { 'xml:lang': 'ru' }, element('terms', {}, article('ст.', 'ст.'))),
  );
  for (const part of partsOf(style)) {
    const { name, attrs } = part;
    delete attrs['subsequent-author-substitute'];
    delete attrs['collapse'];
    if (attrs['text-case'] === 'title') delete attrs['text-case'];
    if (name === 'bibliography') part.children = part.children.filter((child) => nameOf(child) !== 'sort');
    if (name === 'date' && attrs['form'] === 'text' && attrs['variable'] === 'issued') attrs['variable'] = 'event-date';
    if (name === 'if' && attrs['variable'] === 'issued accessed') attrs['variable'] = 'issued';
    if (name === 'macro' && attrs['name'] === 'date') part.children = [year('(', ')')];
    if (name === 'macro' && attrs['name'] === 'date-in-text') part.children = [year('[', ']')];
    if (name === 'names' && attrs['variable'] === 'author' && child(part, 'name')?.attrs['form'] === 'short')
      shorten(part);
  }
  return style;
}

/** What a citation stands in, and what parts one source from the next: `(`, `)` and `; `. */
export function citationLayout(style: XmlElement): { prefix: string; suffix: string; delimiter: string } {
  const { prefix = '', suffix = '', delimiter = '' } = child(child(style, 'citation'), 'layout')?.attrs ?? {};
  return { prefix, suffix, delimiter };
}

/** A kind of locator that the locales have no word for. */
function article(one: string, more: string): XmlElement {
  return element('term', { name: 'article', form: 'short' }, element('single', {}, one), element('multiple', {}, more));
}

/** `original-author` before `author`, and at the end the short title instead of the whole. */
function shorten(names: XmlElement): void {
  names.attrs['variable'] = 'original-author';
  const substitute = child(names, 'substitute');
  const title = { variable: 'title', form: 'short' };
  const works = { type: 'bill book graphic legislation motion_picture song', match: 'any' };
  substitute?.children.unshift(element('names', { variable: 'author' }));
  substitute?.children.splice(
    -1,
    1,
    element(
      'choose',
      {},
      element('if', { variable: 'title', match: 'none' }, element('text', { variable: 'title-short' })),
      element('else-if', works, element('text', { ...title, 'font-style': 'italic' })),
      element('else', {}, element('text', { ...title, quotes: 'true' })),
    ),
  );
}

/** The year, after that of the first edition, with the letter that tells works apart behind it; or else "n.d.". */
function year(open: string, close: string): XmlElement {
  const first = { variable: 'original-date', form: 'text', 'date-parts': 'year', prefix: open, suffix: close };
  const issued = element('date', { variable: 'issued' }, element('date-part', { name: 'year' }));
  const letter = (prefix: string) => element('text', { variable: 'year-suffix', prefix });
  const both = element('group', { delimiter: ' ' }, element('date', first), element('group', {}, issued, letter('')));
  const undated = element('group', {}, element('text', { term: 'no date', form: 'short' }), letter('-'));
  return element('choose', {}, element('if', { variable: 'issued' }, both), element('else', {}, undated));
}

function element(name: string, attrs: Record<string, string>, ...children: (XmlElement | string)[]): XmlElement {
  return { name, attrs, children };
}

function child(part: XmlElement | undefined, name: string): XmlElement | undefined {
  return part?.children.filter((inner) => typeof inner === 'object').find((inner) => inner.name === name);
}

function nameOf(part: XmlElement | string): string | undefined {
  return typeof part === 'object' ? part.name : undefined;
}

function* partsOf(part: XmlElement): Generator<XmlElement> {
  yield part;
  for (const inner of [...part.children]) if (typeof inner === 'object') yield* partsOf(inner);
}
