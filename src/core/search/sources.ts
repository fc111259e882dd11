import type { NamedPerson } from './aliases.ts';
import type { Group, Posting } from './posting.ts';
import type { VocabularyWord } from './vocabulary.ts';

/** Where a search looks things up; every answer may have to be fetched first. */
export interface Sources<P extends Posting> {
  /** Number of records. */
  readonly total: number;
  /** Language of the words, a BCP 47 tag. */
  readonly language: string;
  /** The records that have these words side by side, in any inflection. */
  readonly phrase: (words: string) => Promise<readonly P[]>;
  /** The records that have a word with this beginning, which at least one has. */
  readonly beginning: (letters: string) => Promise<readonly P[]>;
  /** The records whose event touches these years; those that lie within them weigh most. */
  readonly dated: (first: number, last: number) => Promise<Group<P>>;
  /** The words of the site whose consonant key has this class at this place (0 or 1). */
  readonly vocabulary: (place: 0 | 1, unit: string) => Promise<readonly VocabularyWord[]>;
  /** The people who have an alias whose first word has this class at the beginning of its key. */
  readonly people: (unit: string) => Promise<readonly NamedPerson[]>;
}
