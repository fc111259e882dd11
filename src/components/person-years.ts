import type { Person } from '../core/model/references.ts';
import { dateWords } from './dates.ts';

/** "1879–1940", "born 1961": the years of a life, as far as they are known. */
export function personYears({ born, died }: Person, language: string): string {
  const year = (date: string) => /^-?\d{4}/.exec(date)?.[0] ?? dateWords(date, language);
  if (born && died) return `${year(born)}–${year(died)}`;
  return born ? `${year(born)}–` : died ? `–${year(died)}` : '';
}
