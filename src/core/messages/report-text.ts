import type { Place } from '../model/place.ts';
import { inOrder, isError, type Message } from './message.ts';

/** The messages as an editor, a terminal and a log understand them: `file:line:column severity words rule`. */
export function reportAsText(messages: readonly Message[]): string {
  const lines = inOrder(messages).map((message) => `${messageAsText(message)}\n`);
  return `${lines.join('')}${messages.length === 0 ? '' : '\n'}${summary(messages)}\n`;
}

export function messageAsText(message: Message): string {
  const { rule, severity, place, cause } = message;
  const elsewhere = cause ? ` (see ${placeAsText(cause)})` : '';
  return `${placeAsText(place)} ${severity} ${wordsOf(message)}${elsewhere} [${rule}]`;
}

/** "Unexpected X, expected Y". */
export function wordsOf({ found, expected }: Message): string {
  return `Unexpected ${found}, expected ${expected}`;
}

function placeAsText({ path, start }: Place): string {
  return `${path}:${start.line}:${start.column}`;
}

/** "2 errors, 1 warning", or "No problems". */
export function summary(messages: readonly Message[]): string {
  const errors = messages.filter(isError).length;
  const warnings = messages.length - errors;
  const counts = [errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean);
  return counts.length === 0 ? 'No problems' : counts.join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
