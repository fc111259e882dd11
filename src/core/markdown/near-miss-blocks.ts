import type { Paragraph } from 'mdast';
import { code } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { type BlockName, blockNames } from './directive-syntax.ts';
import { mendedOpening, strangeSpace } from './mended-opening.ts';
import { knownAs } from './near-misses.ts';
import { placeAt } from './place-of.ts';

/** A line that may be one of a block: its colons, its name and what follows. */
const line = /^[ \t>]*(?=[:：A-Za-z])([:：]*)([ \t]*)([A-Za-z][\w-]*)?([^\r\n]*)/gm;

/**
 * Reports lines of paragraphs that were meant to open a block, and lines that close none; to be given all, in order. The
 * closing lines of blocks that were not read, or are somebody else's (`:::note`), are no further mistake; nor are as many
 * as there are blocks that were not closed (`unclosed`).
 */
export function nearMissBlocks({ path, source, report }: Parsing, unclosed: number): (paragraph: Paragraph) => void {
  let open = unclosed;
  return ({ position }) => {
    const start = position?.start.offset ?? 0;
    for (const match of source.slice(start, position?.end.offset).matchAll(line)) {
      const [whole, colons = '', space = '', name, rest = ''] = match;
      const written = whole.replace(/^[ \t>]+/, '');
      const at = start + match.index + whole.length - written.length;
      const problem = name === undefined ? nameless(colons, rest) : misread(written.trim(), colons, space, name, rest);
      if (!problem) continue;
      const fix = name === undefined ? undefined : mendedOpening(written, at);
      report(problem.rule, placeAt(path, source, at, at + written.length), { ...problem, fix });
    }
  };

  function nameless(colons: string, rest: string): Problem | undefined {
    if (colons.length < 3) return undefined;
    if (rest.startsWith('{')) {
      open++;
      const expected = `one of ${blockNames.map((name) => code(`:::${name}{`)).join(', ')}`;
      return { rule: 'unreadable-directive', found: 'a block without a name', expected };
    }
    if (rest.trim() !== '' || open-- > 0) return undefined;
    open = 0;
    const found = `a closing ${code(colons)} with no open block`;
    return { rule: 'unreadable-directive', found, expected: 'one closing line for each block' };
  }

  function misread(written: string, colons: string, space: string, name: string, rest: string): Problem | undefined {
    if (colons === '' && !/^ ?\{#/.test(rest)) return undefined; // nearly every line
    const near = knownAs(name, blockNames);
    const known = blockNames.find((one) => one === near);
    const isMeant =
      colons.length > 2 ||
      (colons.length === 2 && /^ ?[[{]/.test(rest)) ||
      (colons.length === 1 && space === '' && /^ ?\{ ?(?:#|[\w-]+ ?=)/.test(rest)) ||
      (colons.length === 0 && name === known);
    if (isMeant && (known || colons.length > 2)) open++;
    if (!isMeant || !known) return undefined;
    if (name !== known) {
      return { rule: 'unknown-directive', found: `directive ${code(colons + name)}`, expected: code(`:::${known}`) };
    }
    if (written.search(strangeSpace) >= 0) {
      const found = `a space that is no ordinary one (such as a non-breaking space) in ${code(written)}`;
      return {
        rule: 'unreadable-directive',
        found,
        expected: 'ordinary spaces between attributes, and none before the brace',
      };
    }
    return {
      rule: 'unreadable-directive',
      found: `${code(written)}, which cannot be read as a block`,
      expected: `three colons, the name and then all attributes in one pair of braces on the same line: ${code(example(known))}`,
    };
  }
}

interface Problem {
  readonly rule: 'unreadable-directive' | 'unknown-directive';
  readonly found: string;
  readonly expected: string;
}

function example(name: BlockName): string {
  return name === 'correction' ? ':::correction{on=… date=…}' : `:::${name}{#id …}`;
}
