import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { code } from '../messages/nearest.ts';
import { Attributes } from './attributes.ts';
import type { Parsing } from './context.ts';
import type { MarkName } from './directive-syntax.ts';
import type { Mark } from './marks.ts';
import { placeOf } from './place-of.ts';
import { visit } from './visit.ts';

export interface Marks {
  readonly byKey: ReadonlyMap<string, Mark>;
  /** None for what is no mark: one that cannot be read, or that of a draft. */
  readonly keyOf: (directive: TextDirective) => string | undefined;
  readonly hasNameless: boolean;
}

/** Reads the marks, those of `drafts` aside. Their keys hold a word that the file does not, so that no HTML in it can pass for one. */
export function readMarks(tree: Root, drafts: ReadonlySet<string>, parsing: Parsing): Marks {
  let secret = 0;
  while (parsing.source.includes(`mark-${secret}-`)) secret++;
  const byKey = new Map<string, Mark>();
  const keys = new Map<TextDirective, string>();
  let hasNameless = false;
  visit(tree, 'textDirective', (directive) => {
    const name = directive.name as MarkName; // the syntax lets no other through
    if (reportUnreadable(directive, parsing)) {
      hasNameless = true;
      return;
    }
    const attributes = new Attributes(directive, 'a mark', [], parsing);
    const id = attributes.id(`:${name}[passage]{#id}`);
    if (id === undefined) {
      hasNameless = true;
      return;
    }
    if (drafts.has(id)) return;
    const key = `mark-${secret}-${keys.size}`;
    keys.set(directive, key);
    byKey.set(key, { kind: name, id, directive });
  });
  return { byKey, keyOf: (directive) => keys.get(directive), hasNameless };
}

/** Whether a mark is only the beginning of one: its bracket or its braces are not closed. Braces closed twice are reported as well. */
function reportUnreadable(directive: TextDirective, { path, source, report }: Parsing): boolean {
  const { start, end } = placeOf(path, directive);
  const written = source.slice(start.offset, end?.offset);
  const isOpen = directive.children.length === 0 && !/^:\w+\[\s*\]/.test(written);
  const after = source.slice(end?.offset, (end?.offset ?? 0) + 40);
  const [braces] = (written.endsWith(']') && /^ ?(?:\{|\(#)[^\r\n]*/.exec(after)) || [];
  const isClosedTwice = written.endsWith('}') && after.startsWith('}');
  if (isOpen) {
    report('unreadable-directive', placeOf(path, directive), {
      found: `a \`:${directive.name}[\` whose bracket is not closed`,
      expected: '`]` where the passage ends, and the id in braces after it',
    });
  } else if (braces !== undefined) {
    report(
      'unreadable-directive',
      { path, start: end ?? start },
      {
        found: `${code(braces)} after the bracket of a mark`,
        expected: 'the id in closed braces directly after it: `{#id}`',
      },
    );
  }
  if (isClosedTwice) {
    report(
      'unreadable-directive',
      { path, start: end ?? start },
      { found: 'a second `}` behind a mark', expected: 'one' },
    );
  }
  return isOpen || braces !== undefined;
}
