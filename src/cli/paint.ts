import { styleText } from 'node:util';
import type { Paint } from '../core/messages/report-terminal.ts';

/**
 * Colours for a stream: none when it is no terminal or `NO_COLOR` is set. What stands round a text in each style is asked
 * once, for that takes as long as to make the rest of a message.
 */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const signs = new Map<string, readonly string[]>();
  return (style, text) => {
    const [before = '', after = ''] = signs.get(style) ?? styleText(style, ' ', { stream }).split(' ');
    signs.set(style, [before, after]);
    return before + text + after;
  };
}
