import type { Fix } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import { blockNames } from './directive-syntax.ts';

/** Spaces that look like the ordinary one, and those that do not show at all. */
export const strangeSpace = /[\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]/g;

const parts = /^:*\s*([A-Za-z]+)\s*\{([^{}]*)\}\s*$/;

/**
 * The fix for an opening line that only has characters in it which look like those that were meant (non-breaking spaces,
 * typographic quotation marks) or a space too many. None when more is wrong with it. `at` is the line's offset.
 */
export function mendedOpening(written: string, at: number): Fix | undefined {
  const plain = written
    .replace(strangeSpace, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'");
  const [, given = '', attributes = ''] = parts.exec(plain) ?? [];
  const name = blockNames.find((known) => known === given.toLowerCase());
  if (!name) return undefined;
  const colons = /^:{3,}/.exec(plain)?.[0] ?? ':::';
  const line = `${colons}${name}{${attributes.trim().replace(/ {2,}/g, ' ')}}`;
  if (line === written) return undefined;
  return { title: `write ${code(line)}`, edits: [{ start: at, end: at + written.trimEnd().length, text: line }] };
}
