import { styleText } from 'node:util';
import type { Paint } from '../core/messages/report-terminal.ts';

/** Colours for a stream: none when it is no terminal or `NO_COLOR` is set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream });
}
