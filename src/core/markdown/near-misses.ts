import type { Nodes, Paragraph, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { code, nearest } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { blockNames, markNames } from './directive-syntax.ts';
import { placeAt, placeOf } from './place-of.ts';

/**
 * Reports what looks like one of our directives and was not read as one, and so would be printed as it stands: a
 * misspelt name, a wrong number of colons, attributes over several lines, a block closed twice.
 */
export function reportNearMisses(tree: Root, parsing: Parsing): void {
  visit(tree, (node) => {
    if (node.type === 'text') inText(node, parsing);
    if (node.type === 'paragraph') inParagraph(node, parsing);
  });
}

const candidate = /(?<![:\w\\])(:{1,2})([A-Za-z][\w-]*)(?= ?[[{])/g;
const markLike = /^ ?(?:\[[^\]]{0,1000}\] ?\{|\{ ?#)/;

function inText(node: Text, { path, source, report }: Parsing): void {
  const start = node.position?.start.offset ?? 0;
  for (const match of sourceOf(node, source).matchAll(candidate)) {
    const [written, colons = '', name = ''] = match;
    const known = knownAs(name, markNames);
    const at = start + match.index;
    if (!known || !markLike.test(source.slice(at + written.length, at + 1100))) continue;
    report(
      known === name ? 'unreadable-directive' : 'unknown-directive',
      placeAt(path, source, at, at + written.length),
      {
        found: `directive ${code(colons + name)}`,
        expected: `${code(`:${known}[passage]{#id}`)} in the prose, or ${code(`:::${known}{#id …}`)} on a line of its own`,
      },
    );
  }
}

function sourceOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

function inParagraph(node: Paragraph, { path, source, report }: Parsing): void {
  const lines = sourceOf(node, source);
  const start = node.position?.start.offset ?? 0;
  for (const match of lines.matchAll(/^[ \t>]*(:{2,})[ \t]*([A-Za-z][\w-]*)?[^\n]*/gm)) {
    const [whole, colons = '', name] = match;
    const at = start + match.index + whole.indexOf(':');
    const place = placeAt(path, source, at, start + match.index + whole.length);
    if (name === undefined) {
      if (/^[ \t>]*:{3,}[ \t]*$/.test(whole) && !opensElsewhere(source)) {
        report('unreadable-directive', place, {
          found: `a closing ${code(colons)} with no open block`,
          expected: 'one closing line for each block',
        });
      }
      continue;
    }
    const known = knownAs(name, blockNames);
    if (!known || (colons.length === 2 && !/[[{]/.test(whole))) continue;
    const isKnown = known === name;
    report(isKnown ? 'unreadable-directive' : 'unknown-directive', place, {
      found: isKnown ? `${code(whole.trim())}, which cannot be read as a block` : `directive ${code(colons + name)}`,
      expected: isKnown
        ? `three colons, the name, and all attributes in one pair of braces on the same line: ${code(`:::${known}{#id …}`)}`
        : code(`:::${known}`),
    });
  }
}

/** A block of somebody else's (`:::note`), whose closing line is then not a mistake of ours. */
function opensElsewhere(source: string): boolean {
  return [...source.matchAll(/^[ \t>]*:{3,}[ \t]*([A-Za-z][\w-]*)/gm)].some(
    ([, name]) => !(blockNames as readonly string[]).includes(name ?? ''),
  );
}

function knownAs(name: string, names: readonly string[]): string | undefined {
  return name.length < 3 ? undefined : nearest(name, names);
}

/** Reports a mark inside a definition, where there is no prose to mark. */
export function reportStrayMark(node: Nodes, { path, report }: Parsing): void {
  report('unreadable-directive', placeOf(path, node), {
    found: 'a mark inside a definition',
    expected: 'marks in the prose only: take the brackets and braces away here',
  });
}
