import type { Nodes, Root } from 'mdast';
import type { Report } from '../messages/message.ts';
import { wholeFile } from '../model/place.ts';
import type { Parsing } from './context.ts';
import { placeOf } from './place-of.ts';

/** More levels than anybody writes, and few enough that walking them takes a small part of any stack. */
const deepest = 250;

const problem = {
  found: 'text nested too deeply to be read',
  expected: 'fewer levels of lists, quotations or brackets',
};

/** Reports the first node that stands too deep in its tree for those who walk it, in whatever thread that is. */
export function reportTooDeep(tree: Root, { path, report }: Pick<Parsing, 'path' | 'report'>): boolean {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > deepest && first) {
      report('unreadable-file', placeOf(path, first), problem);
      return true;
    }
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return false;
}

/** What a parse gives; `undefined`, and a message, where the parser itself runs out of stack. */
export function unlessTooDeep<Value>(parse: () => Value, path: string, report: Report): Value | undefined {
  try {
    return parse();
  } catch (error) {
    // With little stack left even a regular expression cannot be compiled.
    const isOverflow = error instanceof RangeError || (error instanceof SyntaxError && /stack/i.test(error.message));
    if (!isOverflow) throw error;
    report('unreadable-file', wholeFile(path), problem);
    return undefined;
  }
}
