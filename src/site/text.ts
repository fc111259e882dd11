import { letters } from '../core/markdown/marks.ts';
import type { Claim, Fact } from '../core/model/library.ts';
import { english, type Words } from './text/english.ts';
import { russian } from './text/russian.ts';

export type { Words };

/** The languages of the interface. Another is one more file in `text/`, of the same shape, named here and in `islands/search-text.ts`. */
const languages: Readonly<Record<string, Words>> = { en: english, ru: russian };

/** The interface in a language (a BCP 47 tag), or in English where there is none. */
export function wordsFor(language: string): Words {
  return languages[language.split('-')[0] ?? ''] ?? english;
}

/** Whether a language (a BCP 47 tag) is written in Cyrillic letters. */
export function isCyrillic(language: string): boolean {
  const known = cyrillic.get(language);
  if (known !== undefined) return known;
  const isSo = new Intl.Locale(language).maximize().script === 'Cyrl';
  cyrillic.set(language, isSo); // it takes longer than all else in the head of a page
  return isSo;
}

const cyrillic = new Map<string, boolean>();

/** How an annotation is numbered in its review: claims 1, 2, 3, facts that stand in the prose a, b, c, others not at all. */
export function numberOf(annotation: Claim | Fact): string {
  if (annotation.kind === 'claim') return String(annotation.number);
  return annotation.passages.length > 0 ? letters(annotation.number) : '';
}
