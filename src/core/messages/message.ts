import type { Place } from '../model/place.ts';
import { type Rule, rules, type Severity } from './rules.ts';

/** One problem of one run: where it is, what stands there, and what would have been right. */
export interface Message {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly place: Place;
  /** Completes "Unexpected …": a noun phrase. */
  readonly found: string;
  /** Completes "expected …": what would have worked, the nearest thing first. */
  readonly expected: string;
  /** The other place the problem has to do with: the first definition of an id, the block that was not closed. */
  readonly cause?: Place | undefined;
  /** A way out that needs no judgement, where there is one. */
  readonly fix?: Fix | undefined;
}

/** A mechanical way out: changes of the file the problem is in. */
export interface Fix {
  /** Completes "Fix: …": what is done. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What stands between two offsets of a file (in UTF-16 units, the end exclusive) gives way to a text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a message says of a problem. */
export type Wording = Pick<Message, 'found' | 'expected' | 'cause' | 'fix'>;

/** Takes one problem down. */
export type Report = (rule: Rule, place: Place, words: Wording) => void;

/** A report that adds to a list. */
export function reportTo(messages: Message[]): Report {
  return (rule, place, words) => {
    messages.push({ rule, severity: rules[rule], place, ...words });
  };
}

export function isError(message: Message): boolean {
  return message.severity === 'error';
}

/** By file, then by place in it: the order in which an author mends them. */
export function inOrder(messages: readonly Message[]): Message[] {
  return [...messages].sort(
    (a, b) =>
      compare(a.place.path, b.place.path) ||
      a.place.start.line - b.place.start.line ||
      a.place.start.column - b.place.start.column ||
      compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
