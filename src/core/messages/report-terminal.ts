import { inOrder, type Message } from './message.ts';
import { messageAsText, summary } from './report-text.ts';
import { sourceFrame } from './source-frame.ts';

/** Colours a text; without colours it gives the text itself. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'green', text: string) => string;

/** The text of a file as a message names it; `undefined` when it is not there. */
export type SourceOf = (path: string) => string | undefined;

export interface TerminalOptions {
  readonly sourceOf: SourceOf;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** How many messages are written out, the first ones; all are counted. */
  readonly most?: number | undefined;
}

/**
 * The messages for a person at a terminal: each on a line that editors can jump from, with the line of the file below it
 * and carets under what is meant.
 */
export function reportForTerminal(messages: readonly Message[], options: TerminalOptions): string {
  const byFile = Map.groupBy(inOrder(messages).slice(0, options.most), ({ place }) => place.path);
  const parts = [...byFile].flatMap(([path, ofFile]) => {
    const lines = options.sourceOf(path)?.split('\n') ?? [];
    return ofFile.map((message) => `${headline(message, options)}\n${frame(message, lines, options)}\n`);
  });
  return `${parts.join('')}${closing(messages, options)}\n`;
}

function headline(message: Message, { paint }: TerminalOptions): string {
  const text = messageAsText(message);
  const place = text.slice(0, text.indexOf(' '));
  const rule = `[${message.rule}]`;
  const words = text.slice(place.length + message.severity.length + 2, -rule.length);
  return `${paint('bold', place)} ${paint(colourOf(message), message.severity)} ${words}${paint('dim', rule)}`;
}

function frame(message: Message, lines: readonly string[], { paint, width }: TerminalOptions): string {
  const { place } = message;
  const gutter = String(place.start.line);
  const shown = sourceFrame(lines, place, Math.max(40, width - gutter.length - 5));
  if (!shown) return '';
  const carets = ' '.repeat(shown.column) + paint(colourOf(message), '^'.repeat(shown.length));
  return `  ${paint('dim', `${gutter} │`)} ${shown.line}\n  ${paint('dim', `${' '.repeat(gutter.length)} │`)} ${carets}\n`;
}

function closing(messages: readonly Message[], { paint }: TerminalOptions): string {
  if (messages.length === 0) return paint('green', summary(messages));
  return paint(messages.some(({ severity }) => severity === 'error') ? 'red' : 'yellow', summary(messages));
}

function colourOf({ severity }: Message): 'red' | 'yellow' {
  return severity === 'error' ? 'red' : 'yellow';
}
