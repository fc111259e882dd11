import { inOrder, type Message } from './message.ts';
import { wordsOf } from './report-text.ts';
import type { Rule } from './rules.ts';

/** The messages as data for other programs. Lines and columns count from 1, offsets from 0, in UTF-16 units. */
export function reportAsJson(messages: readonly Message[], helpOf: (rule: Rule) => string | undefined): string {
  const list = inOrder(messages).map((message) => {
    const { rule, severity, place, found, expected, cause, fix } = message;
    return { rule, severity, ...place, message: wordsOf(message), found, expected, cause, fix, help: helpOf(rule) };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}
