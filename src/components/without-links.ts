/** Prose of the core for use inside a link: links in it, which may not nest, are taken off. */
export function withoutLinks(html: string): string {
  return html.replace(/<\/?a(?:\s[^>]*)?>/g, '');
}
