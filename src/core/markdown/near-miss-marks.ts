import type { Text } from 'mdast';
import type { Fix } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { markNames } from './directive-syntax.ts';
import { knownAs } from './near-misses.ts';
import { placeAt } from './place-of.ts';

/**
 * Colons, be they those of another script, and a name before a bracket or brace, or a bracket with an id behind it and no
 * name before it.
 */
const candidate = /(?<![:：\w\\]|::: )(?:([:：]{0,9})([A-Za-z][\w-]*)(?= ?[[({])|:?(?=\[[^\]\n]{1,1000}\]\{#))/g;
const passageAndId = /^ ?(?:\[[^\]]{0,1000}\] ?\{|\([^)]{0,1000}\) ?\{ ?#|\{ ?#)/;

/** Reports what was meant as `:claim[passage]{#id}` in a text. */
export function nearMissMarks(node: Text, { path, source, report }: Parsing): void {
  const start = node.position?.start.offset ?? 0;
  let end = 0;
  for (const match of source.slice(start, node.position?.end.offset).matchAll(candidate)) {
    const [written, colons, name] = match;
    const at = start + match.index;
    if (match.index <= end && end > 0) continue;
    if (!passageAndId.test(source.slice(at + written.length, at + written.length + 1100))) continue;
    const known = name === undefined ? 'claim' : knownAs(name, markNames);
    if (!known || (colons === '' && name !== known)) continue;
    end = match.index + written.length + 1;
    const isMisspelt = name !== undefined && name !== known;
    const block = source[at + written.length] === '{' ? `, or ${code(`:::${known}{#id …}`)} on a line of its own` : '';
    report(isMisspelt ? 'unknown-directive' : 'unreadable-directive', placeAt(path, source, at, at + written.length), {
      found: foundIn(written, name),
      expected: `${code(`:${known}[passage]{#id}`)}${block}`,
      fix:
        colons && name?.toLowerCase() === known && source[at + written.length] === '['
          ? writing(`:${known}`, at, written)
          : undefined,
    });
  }
}

/** A name in upper case, or a colon too many. */
function writing(text: string, start: number, written: string): Fix {
  return { title: `write ${code(text)}`, edits: [{ start, end: start + written.length, text }] };
}

function foundIn(written: string, name: string | undefined): string {
  if (name === undefined) return 'a passage with an id and no name before it';
  return written === name ? `${code(name)} without a colon right before it` : `directive ${code(written)}`;
}
