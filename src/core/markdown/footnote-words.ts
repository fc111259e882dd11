/** The words Markdown itself brings into a text, in the language of the text. */
export interface FootnoteWords {
  /** Heading of the footnotes. */
  readonly label: string;
  /** Name of the link from a footnote back to the place `number` that refers to it. */
  readonly back: (number: string) => string;
}

/** In a language (a BCP 47 tag), or in English where we have no words of it. */
export function footnoteWords(language: string): FootnoteWords {
  return languages.get(language.split('-')[0] ?? '') ?? english;
}

const english: FootnoteWords = { label: 'Footnotes', back: (number) => `Back to reference ${number}` };

const languages = new Map<string, FootnoteWords>([
  ['de', { label: 'Fußnoten', back: (number) => `Zurück zur Stelle ${number}` }],
  ['es', { label: 'Notas al pie', back: (number) => `Volver a la referencia ${number}` }],
  ['fr', { label: 'Notes de bas de page', back: (number) => `Retour à l’appel ${number}` }],
  ['ru', { label: 'Сноски', back: (number) => `Назад к ссылке ${number}` }],
  ['uk', { label: 'Виноски', back: (number) => `Назад до посилання ${number}` }],
]);
