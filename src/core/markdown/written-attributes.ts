import type { Directives } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Point } from '../model/place.ts';

/** An attribute where its author wrote it. */
export interface WrittenAttribute {
  /** `id` for `#…` and `class` for `.…`. */
  readonly name: string;
  readonly value: string;
  readonly start: Point & { readonly offset: number };
  readonly end: Point & { readonly offset: number };
}

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    writtenAttributes?: WrittenAttribute[] | undefined;
  }
}

declare module 'mdast-util-directive' {
  interface ContainerDirectiveData {
    written?: readonly WrittenAttribute[] | undefined;
  }
  interface TextDirectiveData {
    written?: readonly WrittenAttribute[] | undefined;
  }
}

/**
 * The directives of `mdast-util-directive`, with the places of their fences and, in `data.written`, every attribute with
 * its place. The node's own attributes keep only the last of those that were written twice.
 */
export function directivesWithPlaces(): Extension {
  const { enter, exit, ...others } = directiveFromMarkdown({ verbose: true });
  const added: Extension['exit'] = {};
  for (const kind of ['directiveContainer', 'directiveText']) {
    added[`${kind}Attribute`] = takeDown;
    added[`${kind}Attributes`] = function (token) {
      exit?.[`${kind}Attributes`]?.call(this, token);
      const node = this.stack.at(-1) as Directives; // what attributes belong to
      node.data = { ...node.data, written: this.data.writtenAttributes };
      this.data.writtenAttributes = undefined;
    };
  }
  return { ...others, enter, exit: { ...exit, ...added } };
}

function takeDown(this: CompileContext, { start, end }: Token): void {
  const [name, value] = this.data.directiveAttributes?.at(-1) ?? [];
  if (name === undefined || value === undefined) return;
  const written = { name, value, start: point(start), end: point(end) };
  this.data.writtenAttributes = [...(this.data.writtenAttributes ?? []), written];
}

/** A point without what micromark keeps beside it. */
function point({ line, column, offset }: Token['start']) {
  return { line, column, offset };
}

/** The attributes of a directive, in order. */
export function writtenOn(directive: Directives): readonly WrittenAttribute[] {
  return directive.type === 'leafDirective' ? [] : (directive.data?.written ?? []);
}
