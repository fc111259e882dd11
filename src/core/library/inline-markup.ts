import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** The inline markup that a formatted citation may carry. */
const kept = new Set(['i', 'b', 'sub', 'sup']);

/**
 * Formatted HTML with no elements but `i`, `b`, `sub` and `sup`. What is upright inside italics is taken out of them,
 * since a style attribute would be refused by the site's content security policy; other elements leave their text.
 */
export function inlineMarkup(html: string): string {
  const open: string[] = [];
  const clean = html.replace(/<(\/?)([a-z]+)([^<>]*)>|[<>]/gi, (sign, slash, name, attributes) => {
    if (name === undefined) return sign === '<' ? '&lt;' : '&gt;';
    if (slash) {
      const closed = open.pop() ?? '';
      return closed === 'upright' ? '<i>' : closed && `</${closed}>`;
    }
    const isUpright = /font-style: ?normal/.test(attributes) && open.at(-1) === 'i';
    open.push(isUpright ? 'upright' : kept.has(name) ? name : '');
    return isUpright ? '</i>' : kept.has(name) ? `<${name}>` : '';
  });
  return clean.replaceAll('<i></i>', '');
}

/** The text of such HTML. */
export function textOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** A CSL variable without the markup that CSL allows in one. Source: CSL 1.0.2, appendix "Rich text". */
export function unmarked(text: string): string {
  return text.replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/g, '');
}

/** Such HTML as nodes. */
export function nodesOf(html: string): ElementContent[] {
  if (!/[<&]/.test(html)) return html === '' ? [] : [{ type: 'text', value: html }];
  const nodes = parsed.get(html) ?? (fromHtml(html, { fragment: true }).children as ElementContent[]); // no doctype in it
  parsed.set(html, nodes);
  return nodes;
}

const parsed = new Map<string, ElementContent[]>();
