import { diffArrays } from 'diff';
import type { Person } from '../model/references.ts';
import {
  capitalDates,
  dateSides,
  dateWords,
  negations,
  numberWords,
  openers,
  opposing,
  otherNumbers,
  quantifiers,
} from './meaning-words.ts';
import { areSame, sameText, type Word, wordsOf } from './words.ts';

/** What an edit may touch that changes what is said, however small it is. */
export const meaningKinds = ['number', 'date', 'name', 'negation', 'quantifier'] as const;
export type MeaningKind = (typeof meaningKinds)[number];

/** One such change: the words before it, if any, and those in their place. */
export interface MeaningChange {
  readonly kind: MeaningKind;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Every way to write a name, as words in lower case joined by spaces, with the id of whom it names. */
export type Names = ReadonlyMap<string, string>;

/** All names of these people: their own, in their own script, their aliases, and a surname that only one of them has. */
export function namesOf(people: Iterable<Person>): Names {
  const names = new Map<string, string>();
  const surnames = new Map<string, Set<string>>();
  for (const { id, name, native, aliases } of people) {
    for (const one of [name, ...(native ? [native.text] : []), ...aliases]) {
      const words = wordsOf(one).map(nameKey);
      if (words.length > 0 && !names.has(words.join(' '))) names.set(words.join(' '), id);
      const surname = words.at(-1) ?? '';
      surnames.set(surname, (surnames.get(surname) ?? new Set()).add(id));
    }
  }
  for (const [surname, ids] of surnames) {
    const [id] = ids;
    if (ids.size === 1 && id !== undefined && !names.has(surname)) names.set(surname, id);
  }
  return names;
}

/**
 * What of the meaning an edit touches, in the order of the text: each number, date, name, negation and quantifier that came,
 * went or was replaced. Nothing for punctuation and typography, for a slip of the pen in an ordinary word, for another way to
 * write a known name (`names`) or a number. English and Russian; in other languages numbers and names alone.
 *
 * It errs to one side: what is not in its lists may be named without need, but an edit of these kinds is not passed over.
 */
export function meaningChanges(before: string, after: string, names: Names): readonly MeaningChange[] {
  if (sameText(before, after)) return [];
  const old = meaningOf(wordsOf(before), names);
  const now = meaningOf(wordsOf(after), names);
  return edits(old, now).flatMap((edit) => [
    ...meaningKinds.flatMap((kind) => changeOf(kind, edit)),
    ...oppositesIn(edit),
  ]);
}

/** A word with what it says beyond itself. */
interface Sense extends Word {
  readonly kind?: MeaningKind | undefined;
  /** What it says, however it is written; absent for a part of a name whose last word says it. */
  readonly sense?: string | undefined;
  /** A capital that may be the sentence's or a name's. */
  readonly isOpener?: boolean | undefined;
}

interface Edit {
  readonly removed: readonly Sense[];
  readonly added: readonly Sense[];
}

function edits(before: readonly Sense[], after: readonly Sense[]): Edit[] {
  const found: { removed: Sense[]; added: Sense[] }[] = [];
  let isOpen = false;
  const comparator = (a: Sense, b: Sense) => areSame(a, b) && a.sense === b.sense;
  for (const { value, added, removed } of diffArrays([...before], [...after], { comparator })) {
    if ((added || removed) && !isOpen) found.push({ removed: [], added: [] });
    isOpen = added || removed;
    if (removed) found.at(-1)?.removed.push(...value);
    if (added) found.at(-1)?.added.push(...value);
  }
  return found;
}

function changeOf(kind: MeaningKind, { removed, added }: Edit): MeaningChange[] {
  const old = removed.filter((word) => word.kind === kind || (kind === 'name' && isNameBeside(word, added)));
  const now = added.filter((word) => word.kind === kind || (kind === 'name' && isNameBeside(word, removed)));
  if (senseOf(old) === senseOf(now)) return [];
  return [{ kind, before: shown(old), after: shown(now) }];
}

function shown(words: readonly Sense[]): string | undefined {
  return words.length === 0 ? undefined : words.map(({ text }) => text.trim()).join(' ');
}

/** What some words of a kind say together: `twenty five` says 25. */
function senseOf(words: readonly Sense[]): string {
  const senses: string[] = [];
  for (const { sense } of words) {
    const last = senses.at(-1) ?? '';
    if (/^[2-9]0$/.test(last) && /^[1-9](?:st|nd|rd|th)?$/.test(sense ?? ''))
      senses[senses.length - 1] = last.charAt(0) + sense;
    else if (sense !== undefined) senses.push(sense);
  }
  return senses.join(' ');
}

/** A first word with a capital counts as a name, unless what stands in its place shows that it is an ordinary word or a slip. */
function isNameBeside({ isOpener, key }: Sense, others: readonly Word[]): boolean {
  if (!isOpener) return false;
  return !others.some((other) => other.key.toLowerCase() === key.toLowerCase() || isSlip(key, other.key));
}

/** Whether one long word is another with one letter inside it left out, doubled, changed or moved: ends stay as they are. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || a.slice(0, 2) !== b.slice(0, 2) || a.slice(-2) !== b.slice(-2)) return false;
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  let till = 0;
  while (till < Math.min(a.length, b.length) - from && a.at(-1 - till) === b.at(-1 - till)) till++;
  const [left, right] = [a.slice(from, a.length - till), b.slice(from, b.length - till)];
  const isMoved = left.length === 2 && right.length === 2 && left === [...right].reverse().join('');
  return isMoved || Math.max(left.length, right.length) <= 1;
}

/** `likely` that became `unlikely`. */
function oppositesIn({ removed, added }: Edit): MeaningChange[] {
  return removed.flatMap((old) =>
    added.flatMap((now): MeaningChange[] => {
      const [short, long] = [old.key.toLowerCase(), now.key.toLowerCase()].sort((a, b) => a.length - b.length);
      if (!short || !long?.endsWith(short) || !opposing.test(long.slice(0, -short.length))) return [];
      return [{ kind: 'negation', before: old.text, after: now.text }];
    }),
  );
}

function meaningOf(words: readonly Word[], names: Names): Sense[] {
  const named = withNames(words, names);
  return named.map((word, index) => {
    if (word.kind) return word;
    const beside = [named[index - 1], named[index + 1]];
    const lower = plain(word);
    const isNumeric = (other: Word | undefined) => other !== undefined && numberIn(other) !== undefined;
    const date = dateIn(word, beside.some(isNumeric));
    if (date !== undefined) return { ...word, kind: 'date', sense: date };
    if (
      dateSides.test(lower) &&
      named.slice(index + 1, index + 4).some((one) => isNumeric(one) || dateIn(one, false) !== undefined)
    ) {
      return { ...word, kind: 'date', sense: lower };
    }
    const number = numberIn(word);
    if (number !== undefined) {
      const isDay = beside.some((other) => other !== undefined && dateIn(other, true) !== undefined);
      return { ...word, kind: isDay ? 'date' : 'number', sense: number };
    }
    const negation = groupOf(negations, lower);
    if (negation !== undefined)
      return { ...word, kind: 'negation', sense: negation === "n't" || negation === 'can' ? 'not' : negation };
    const quantifier = groupOf(quantifiers, lower);
    if (quantifier !== undefined) return { ...word, kind: 'quantifier', sense: quantifier };
    if (!/^\p{Lu}/u.test(word.key) || /^I(?:'|$)/.test(word.key)) return word;
    if (!word.isFirst) return { ...word, kind: 'name', sense: nameKey(word) };
    return openers.has(lower) ? word : { ...word, isOpener: true, sense: nameKey(word) };
  });
}

/** Marks the known names: the last word of each says whom it names, and in an inflected language in which case. */
function withNames(words: readonly Word[], names: Names): Sense[] {
  const marked: Sense[] = [];
  for (let at = 0; at < words.length; ) {
    const length = /^\p{Lu}/u.test(words[at]?.key ?? '') ? nameAt(words, at, names) : 0;
    const id = names.get(
      words
        .slice(at, at + length)
        .map(nameKey)
        .join(' '),
    );
    for (const [index, word] of words.slice(at, at + Math.max(1, length)).entries()) {
      if (id === undefined) marked.push(word);
      else marked.push({ ...word, kind: 'name', sense: index === length - 1 ? `@${id}` : undefined });
    }
    at += Math.max(1, length);
  }
  return marked;
}

const longestName = 5;

function nameAt(words: readonly Word[], at: number, names: Names): number {
  for (let length = Math.min(longestName, words.length - at); length > 0; length--) {
    if (
      names.has(
        words
          .slice(at, at + length)
          .map(nameKey)
          .join(' '),
      )
    )
      return length;
  }
  return 0;
}

/** A word of a name, without the ending of a possessive. */
function nameKey({ key }: Word): string {
  return key.toLowerCase().replaceAll('ё', 'е').replace(/'s?$/, '');
}

function plain({ key }: Word): string {
  return key.toLowerCase().replaceAll('ё', 'е');
}

function numberIn(word: Word): string | undefined {
  const { key } = word;
  if (/^[-+]?\d/.test(key)) return key.replace(/^(\d+)-?(?!(?:st|nd|rd|th|s)$)\p{L}+$/u, '$1-').toLowerCase();
  if (/^(?:–|[%‰°\p{Sc}]|[IVXLCDM]{2,})$/u.test(key)) return key;
  const lower = plain(word);
  return numberWords.get(lower) ?? (otherNumbers.some((one) => one.test(lower)) ? lower : undefined);
}

/** What a word says of a date; a month that is another word besides is one only with a capital inside a sentence, or by a number. */
function dateIn(word: Word, isBesideNumber: boolean): string | undefined {
  const lower = plain(word);
  const isDoubtful = capitalDates.test(lower) && !isBesideNumber && (word.isFirst || lower === word.key);
  return isDoubtful ? undefined : groupOf(dateWords, lower);
}

function groupOf(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match.slice(1).find((group) => group !== undefined);
  }
  return undefined;
}
