import { consonantKey, syllables } from './consonant-key.ts';
import { editDistance } from './edit-distance.ts';
import { fold } from './fold.ts';
import type { VocabularyWord } from './vocabulary.ts';

/** A word of the site that may be what was meant. */
export interface Candidate {
  readonly word: string;
  readonly name: boolean;
  /** How far it is from what was written, in edits; 0 for a difference of diacritics or script alone. */
  readonly cost: number;
  /** How much its records count, 0 to 1: less the further it is, and less than those of a better candidate. */
  readonly weight: number;
}

/** How a word was typed: whether as a name, as an ordinary word, or in a query that tells neither. */
export type TypedAs = 'name' | 'word' | 'either';

/**
 * The words of the vocabulary that a folded word was probably meant to be, best first, at most three. Near is what takes
 * few edits; sharing the consonant key halves an edit and reaches further, for the many spellings of a foreign name;
 * a word that goes on where this one stops is near too, which is all that the shortest beginnings can be. Among equals the more frequent word wins, and names before
 * ordinary words, which are seldom misspelt.
 */
export function nearestWords(folded: string, vocabulary: readonly VocabularyWord[], typedAs: TypedAs): Candidate[] {
  const typed = { folded, key: consonantKey(folded), syllables: syllables(folded) };
  const found = new Map<string, { word: VocabularyWord; cost: number; merit: number }>();
  for (const word of vocabulary) {
    const cost = distance(typed, word);
    if (cost === undefined || found.has(word.word)) continue;
    found.set(word.word, { word, cost, merit: meritOf(word, cost, typedAs) });
  }
  const ranked = [...found.values()].sort((a, b) => b.merit - a.merit || (a.word.word < b.word.word ? -1 : 1));
  const best = ranked[0];
  if (!best) return [];
  return ranked
    .filter(({ merit }) => best.merit - merit <= nearlyEqual)
    .slice(0, mostCandidates)
    .map(({ word, cost, merit }) => ({
      word: word.word,
      name: word.name,
      cost,
      weight: (1 - (best.merit - merit) / 2) / (1 + doubt * cost),
    }));
}

/** Letters that may be wrong: none in the shortest words, where everything is one edit from everything. */
function allowedEdits(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const mostCandidates = 3;
/** Candidates this close to the best are asked for as well. */
const nearlyEqual = 0.35;
/** Of equally near words, one ten times as frequent is worth this many edits more. */
const frequencyBonus = 0.25;
const nameBonus = 0.2;
/** A first letter is seldom wrong. */
const firstLetter = 0.3;
/** What a word costs that is spelled quite differently but sounds alike. */
const soundsAlike = 1.3;
/** How much a candidate loses for each edit. */
const doubt = 0.25;
const goesOn = 1.1;

interface Typed {
  readonly folded: string;
  readonly key: string;
  readonly syllables: number;
}

function distance(typed: Typed, known: VocabularyWord): number | undefined {
  const { folded, key } = typed;
  const form = formOf(known);
  const word = form.folded;
  if (word === folded) return 0;
  const allowed = allowedEdits(folded.length);
  if (allowed === 0) return word.startsWith(folded) ? goesOn : undefined;
  const edits = editDistance(folded, word, 2);
  const first = word[0] === folded[0] ? 0 : firstLetter;
  if (edits <= allowed) return (keyOf(form) === key ? edits / 2 : edits) + first;
  if (word.startsWith(folded)) return goesOn + (word.length - folded.length) * 0.05;
  const mayBeAlike = (known.name && key.length >= 4) || edits <= 2;
  if (!mayBeAlike || Math.abs(word.length - folded.length) > 5 || key.length < 3 || keyOf(form) !== key) {
    return undefined;
  }
  return syllables(word) === typed.syllables ? soundsAlike : undefined;
}

/** A word as it is compared; its key is worked out when it is first asked for. */
interface Form {
  readonly folded: string;
  key?: string;
}

/** One query after the other is held against the same thousands of words: what was worked out stays with them. */
const forms = new WeakMap<VocabularyWord, Form>();

function formOf(known: VocabularyWord): Form {
  const kept = forms.get(known);
  if (kept) return kept;
  const form = { folded: fold(known.word) };
  forms.set(known, form);
  return form;
}

function keyOf(form: Form): string {
  form.key ??= consonantKey(form.folded);
  return form.key;
}

function meritOf({ count, name }: VocabularyWord, cost: number, typedAs: TypedAs): number {
  const fits = typedAs === 'word' ? !name : name;
  return frequencyBonus * Math.log10(count + 1) + (fits ? nameBonus : 0) - cost;
}
