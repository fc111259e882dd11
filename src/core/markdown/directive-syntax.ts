import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext, TokenType } from 'micromark-util-types';

/** The directives of the annotation syntax: two stand in the prose as marks, all four as blocks. */
export const markNames = ['claim', 'fact'] as const;
export const blockNames = ['claim', 'fact', 'correction', 'withdrawn'] as const;
export type MarkName = (typeof markNames)[number];
export type BlockName = (typeof blockNames)[number];

const colon = 58;
const leftSquareBracket = 91;

/**
 * The generic directives proposal, narrowed: only `:claim[` and `:fact[` in text and `:::` with one of our names as a
 * block are directives; everything else with a colon (`10:30`, `a:b[c]`, `:::note`) is left to Markdown, and so comes
 * out as written with whatever emphasis and links it holds.
 */
export function annotationDirectives(): Extension {
  return {
    text: { [colon]: onlyNamed(construct('text', 0), 1, markNames, leftSquareBracket) },
    flow: { [colon]: onlyNamed(construct('flow', 0), 3, blockNames) },
  };
}

/** In flow the extension offers the container first, then the leaf (`::name`), which this syntax has no use for. */
function construct(content: 'text' | 'flow', index: number): Construct {
  const offered = directive()[content]?.[colon];
  const found = Array.isArray(offered) ? offered[index] : offered;
  if (!found) throw new Error(`micromark-extension-directive offers no ${content} construct`);
  return found;
}

/** The construct, tried only where at least `colons` colons and one of the names (and the code `then`) follow. */
function onlyNamed(original: Construct, colons: number, names: readonly string[], then?: number): Construct {
  const ahead: Construct = { tokenize: lookAhead(colons, names, then), partial: true };
  return {
    ...original,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(ahead, original.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

function lookAhead(colons: number, names: readonly string[], then: number | undefined): Construct['tokenize'] {
  return (effects, ok, nok) => {
    const token = 'directiveAhead' as TokenType; // a token of our own; it never leaves the look-ahead
    let seen = 0;
    let name = '';
    return (code) => {
      effects.enter(token);
      return marker(code);
    };

    function marker(code: Code): State | undefined {
      if (code === colon) {
        seen++;
        effects.consume(code);
        return marker;
      }
      return seen >= colons && (then === undefined || seen === colons) ? letters(code) : nok(code);
    }

    function letters(code: Code): State | undefined {
      if (code !== null && isNameCode(code) && name.length < 20) {
        name += String.fromCharCode(code);
        effects.consume(code);
        return letters;
      }
      if (!names.includes(name) || (then !== undefined && code !== then)) return nok(code);
      effects.exit(token);
      return ok(code);
    }
  };
}

/** Letters, digits, hyphen and underscore: a longer name is another name. */
function isNameCode(code: number): boolean {
  return code > 0 && /[\w-]/.test(String.fromCharCode(code));
}
