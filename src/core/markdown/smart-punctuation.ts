import type { Nodes, Text } from 'hast';

/** Opening and closing quotation marks, outer then inner, by primary language subtag. */
const quotationMarks: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: ['“', '”', '‘', '’'],
  de: ['„', '“', '‚', '‘'],
  fr: ['«\u202f', '\u202f»', '“', '”'],
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
  pl: ['„', '”', '«', '»'],
  es: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
};

const verbatim = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'script', 'style', 'textarea']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'del',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/**
 * Turns typewriter punctuation into typographic: quotation marks of the language, apostrophes, `--` and `---` into
 * dashes, `...` into an ellipsis. One pass over the text nodes, in place; code is left alone.
 */
export function smartPunctuation(tree: Nodes, language: string): void {
  const marks = quotationMarks[language.split('-')[0] ?? 'en'] ?? quotationMarks['en'];
  if (!marks) return;
  let before = '';
  visit(tree);

  function visit(node: Nodes): void {
    if (node.type === 'text') educate(node);
    else if (node.type === 'element' || node.type === 'root') {
      if (node.type === 'element' && verbatim.has(node.tagName)) {
        before = 'x';
        return;
      }
      const isBlock = node.type === 'element' && !inline.has(node.tagName);
      if (isBlock) before = '';
      for (const child of node.children) visit(child);
      if (isBlock) before = '';
    }
  }

  function educate(node: Text): void {
    const { value } = node;
    node.value = value.replace(/["']|-{2,3}|\.{3}/g, (found, at: number) => {
      const previous = at > 0 ? value[at - 1] : before;
      const next = value[at + found.length] ?? '';
      if (found === '...') return '…';
      if (found === '--') return '–';
      if (found === '---') return '—';
      return quote(found, previous ?? '', next);
    });
    before = value.at(-1) ?? before;
  }

  function quote(mark: string, previous: string, next: string): string {
    const [open, close, innerOpen, innerClose] = marks ?? ['', '', '', ''];
    const opens = (previous === '' || /[\s([{“‘«„‚\-–—/"']/.test(previous)) && next !== '' && !/\s/.test(next);
    if (mark === '"') return opens || (previous === '' && next === '') ? open : close;
    if (/\d/.test(next) && opens) return '’'; // ’17: a year with its century left out
    return opens ? innerOpen : /\p{L}|\p{N}/u.test(previous) && /\p{L}/u.test(next) ? '’' : innerClose;
  }
}
