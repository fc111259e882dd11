import { smartPunctuation } from '../core/markdown/smart-punctuation.ts';

/** A plain string of the author's (a title, a description) with typographic punctuation, as the prose has it. */
export function typographic(text: string, language = 'en'): string {
  const node = { type: 'text' as const, value: text };
  smartPunctuation(node, language);
  return node.value;
}
