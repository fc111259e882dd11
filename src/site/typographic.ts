import { smartText } from '../core/markdown/smart-punctuation.ts';

/** A plain string of the author's (a title, a description) with typographic punctuation, as the prose has it. */
export function typographic(text: string, language = 'en'): string {
  return smartText(text, language);
}
