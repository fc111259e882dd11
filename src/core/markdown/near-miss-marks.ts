import type { Text } from 'mdast';
import { code } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { markNames } from './directive-syntax.ts';
import { knownAs } from './near-misses.ts';
import { placeAt } from './place-of.ts';

/** Colons and a name before a bracket or brace, or a bracket with an id behind it and no name before it. */
const candidate = /(?<![:\w\\])(?:(:{0,2})([A-Za-z][\w-]*)(?= ?[[({])|:?(?=\[[^\]\n]{1,1000}\]\{#))/g;
const passageAndId = /^ ?(?:\[[^\]]{0,1000}\] ?\{|\([^)]{0,1000}\) ?\{ ?#|\{ ?#)/;

/** Reports what was meant as `:claim[passage]{#id}` in a text. */
export function nearMissMarks(node: Text, { path, source, report }: Parsing): void {
  const start = node.position?.start.offset ?? 0;
  for (const match of source.slice(start, node.position?.end.offset).matchAll(candidate)) {
    const [written, colons, name] = match;
    const at = start + match.index;
    if (!passageAndId.test(source.slice(at + written.length, at + written.length + 1100))) continue;
    const known = name === undefined ? 'claim' : knownAs(name, markNames);
    if (!known || (colons === '' && name !== known)) continue;
    const isMisspelt = name !== undefined && name !== known;
    report(isMisspelt ? 'unknown-directive' : 'unreadable-directive', placeAt(path, source, at, at + written.length), {
      found: name === undefined ? 'a passage with an id and no name before it' : `directive ${code(written)}`,
      expected: `${code(`:${known}[passage]{#id}`)} in the prose, or ${code(`:::${known}{#id …}`)} on a line of its own`,
    });
  }
}
