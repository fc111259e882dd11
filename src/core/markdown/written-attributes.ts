import type { Directives } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Point } from '../model/place.ts';

export type WrittenPoint = Point & { readonly offset: number };

/** An attribute where its author wrote it. */
export interface WrittenAttribute {
  /** `id` for `#…` and `class` for `.…`. */
  readonly name: string;
  readonly value: string;
  /** Whether it is a name alone. */
  readonly isBare: boolean;
  readonly start: WrittenPoint;
  readonly end: WrittenPoint;
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
      if (node.data?.position) delete node.data.position.attributes; // of each name only the last
      node.data = { ...node.data, written: this.data.writtenAttributes };
      this.data.writtenAttributes = undefined;
    };
  }
  return { ...others, enter, exit: { ...exit, ...added } };
}

function takeDown(this: CompileContext, token: Token): void {
  const [name, value] = this.data.directiveAttributes?.at(-1) ?? [];
  if (name === undefined || value === undefined) return;
  const text = this.sliceSerialize(token);
  const isBare = !/^[#.]|=/.test(text);
  const written = { name, value, isBare, start: point(token.start), end: before(token.end, /[ \t]*$/.exec(text)) };
  this.data.writtenAttributes ??= [];
  this.data.writtenAttributes.push(written);
}

/** A point without what micromark keeps beside it. */
function point({ line, column, offset }: Token['start']) {
  return { line, column, offset };
}

/** The point where the spaces begin that an attribute without a value ends with. */
function before({ line, column, offset }: Token['end'], spaces: RegExpExecArray | null) {
  const length = spaces?.[0].length ?? 0;
  return { line, column: column - length, offset: offset - length };
}

/** The attributes of a directive, in order. */
export function writtenOn(directive: Directives): readonly WrittenAttribute[] {
  return directive.type === 'leafDirective' ? [] : (directive.data?.written ?? []);
}

/**
 * The attributes of a directive, with an id that its author wrote with spaces or dots in it (`#fire in.a-bakery`) put
 * together again: the syntax takes it for an id, attributes without a value and classes.
 */
export function joinedOn(directive: Directives): readonly WrittenAttribute[] {
  const joined: WrittenAttribute[] = [];
  for (const attribute of writtenOn(directive)) {
    const last = joined.at(-1);
    const isDotted = attribute.name === 'class' && attribute.start.offset === last?.end.offset;
    if (last?.name !== 'id' || !(isDotted || attribute.isBare)) joined.push(attribute);
    else {
      const value = `${last.value}${isDotted ? `.${attribute.value}` : ` ${attribute.name}`}`;
      joined.splice(-1, 1, { ...last, value, end: attribute.end });
    }
  }
  return joined;
}
