import { isError } from '../core/messages/message.ts';
import { reportForTerminal } from '../core/messages/report-terminal.ts';
import type { ContentReport } from '../site/content-error.ts';
import { paintFor } from './paint.ts';

/** The problems of a content folder for a person, the first of them or all: with their lines, and below them what to do next. */
export function reportOn(stream: NodeJS.WriteStream, { messages, sourceOf }: ContentReport, most?: number): string {
  const paint = paintFor(stream);
  const report = reportForTerminal(messages, { sourceOf, paint, width: stream.columns || 120, most });
  const example = messages.find(isError) ?? messages[0];
  if (!example) return report;
  const fixable = messages.filter(({ fix }) => fix).length;
  const hints = [
    most !== undefined && messages.length > most && `The first ${most} are shown; all of them: npm run check`,
    fixable > 0 && `${fixable === 1 ? 'One can' : `${fixable} can`} be mended by itself: npm run check -- --fix`,
    `What a rule asks, and the way out: npm run check -- --explain ${example.rule}`,
  ];
  return `${report}${hints
    .filter(Boolean)
    .map((hint) => `${paint('dim', String(hint))}\n`)
    .join('')}`;
}
