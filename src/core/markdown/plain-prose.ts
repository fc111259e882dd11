import type { Prose } from '../model/annotation.ts';

/** A text without markup as prose of one paragraph. */
export function plainProse(text: string): Prose {
  return { html: `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`, text };
}
