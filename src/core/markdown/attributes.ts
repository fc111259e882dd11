import type { Directives } from 'mdast-util-directive';
import type { Fix } from '../messages/message.ts';
import { code, nearest, oneOf } from '../messages/nearest.ts';
import type { Mention } from '../model/annotation.ts';
import { type HistoricalDate, parseDate } from '../model/date.ts';
import { isIdentifier, toIdentifier } from '../model/identifier.ts';
import type { Place, Point } from '../model/place.ts';
import { attributeProblem } from './attribute-problem.ts';
import type { Parsing } from './context.ts';
import { placeOfOpening } from './place-of.ts';
import { joinedOn, type WrittenAttribute } from './written-attributes.ts';

/** The attributes of one directive: each is read once, by what it should be; what is wrong is reported where it stands. */
export class Attributes {
  /** The directive's opening line, or for a mark the whole of it. */
  readonly place: Place;
  readonly #what: string;
  readonly #written: readonly WrittenAttribute[];
  readonly #parsing: Parsing;
  /** What the attributes that are reported stand for: it is not missing as well. */
  readonly #meant = new Set<string>();

  /** `known` are the names it may have beside its id, `what` is what a message calls it: "a claim". */
  constructor(directive: Directives, what: string, known: readonly string[], parsing: Parsing) {
    this.place = placeOfOpening(parsing.path, directive);
    this.#what = what;
    this.#parsing = parsing;
    this.#written = this.#checked(joinedOn(directive), known);
  }

  /** Whether it has none at all; then one message about what is missing is enough. */
  get isBare(): boolean {
    return this.#written.length === 0 && this.#meant.size === 0;
  }

  /** Whether the attribute is there, be it empty or misspelt. */
  has(name: string): boolean {
    return this.#meant.has(name) || this.#find(name) !== undefined;
  }

  /** Where the value of an attribute begins, or the whole directive when it has none. */
  placeOf(name: string): Place {
    const attribute = this.#find(name);
    return attribute ? this.#placeIn(attribute, 0, attribute.value.length) : this.place;
  }

  /** The attributes that can be used; all others are reported. */
  #checked(written: readonly WrittenAttribute[], known: readonly string[]): WrittenAttribute[] {
    const kept: WrittenAttribute[] = [];
    for (const [index, attribute] of written.entries()) {
      const { name, value, start, end } = attribute;
      const before = kept.find((other) => other.name === name);
      const colon = written[index - 1]?.name.endsWith(':') && value === '';
      if (colon) continue;
      const problem = before
        ? { rule: 'unknown-attribute' as const, found: `a second ${code(name)}`, expected: 'each attribute once' }
        : attributeProblem(attribute, { before: written[index - 1], next: written[index + 1] }, known);
      if (!problem) {
        kept.push(attribute);
        continue;
      }
      const cause = before && { path: this.#parsing.path, start: before.start, end: before.end };
      this.#parsing.report(
        problem.rule,
        { path: this.#parsing.path, start, end },
        {
          found: `${problem.found} on ${this.#what}`,
          expected: problem.expected,
          cause,
          fix: problem.instead === undefined ? undefined : replacing(start, end, problem.instead),
        },
      );
      const meant = problem.rule === 'malformed-id' ? 'id' : nearest(name.replace(/:.*$/, ''), ['id', ...known]);
      if (meant !== undefined) this.#meant.add(meant);
    }
    return kept;
  }

  /** The `#id`, reported when it is missing or malformed. */
  id(example: string): string | undefined {
    const id = this.text('id');
    if (id === undefined) {
      if (this.#meant.has('id')) return undefined;
      this.#parsing.report('missing-id', this.place, {
        found: `${this.#what} without an id`,
        expected: `an id in braces: \`${example}\``,
      });
      return undefined;
    }
    if (isIdentifier(id)) return id;
    const near = toIdentifier(id);
    const place = this.placeOf('id');
    this.#parsing.report('malformed-id', place, {
      found: `id ${code(id)}`,
      expected: `lower-case letters, digits and single hyphens${near ? `: ${code(near)}` : ''}`,
      fix: this.rewriting(place, id, near),
    });
    return undefined;
  }

  /** The trimmed value, or `undefined` when it is absent or empty. */
  text(name: string): string | undefined {
    return this.#find(name)?.value.trim() || undefined;
  }

  /** As `text`; its absence is reported with what `expected` says. */
  required(name: string, expected: () => string): string | undefined {
    const value = this.text(name);
    if (value === undefined && !this.has(name)) {
      const found = `${this.#what} without ${code(name)}`;
      this.#parsing.report('missing-attribute', this.place, { found, expected: expected() });
    }
    return value;
  }

  /** A value out of a closed list. */
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    return this.choices(name, words)[0];
  }

  /** Space-separated values out of a closed list. */
  choices<Word extends string>(name: string, words: readonly Word[]): Word[] {
    return this.#words(name).flatMap(({ id, place }) => {
      const word = words.find((known) => known === id);
      if (word) return [word];
      this.#parsing.report('unknown-value', place, {
        found: `${code(id)} as ${code(name)}`,
        expected: oneOf(id, words),
        fix: this.rewriting(place, id, sameLetters(id, words)),
      });
      return [];
    });
  }

  /** Space-separated ids. */
  mentions(name: string): Mention[] {
    return this.#words(name).filter(({ id, place }) => {
      if (isIdentifier(id)) return true;
      const near = toIdentifier(id);
      this.#parsing.report('malformed-id', place, {
        found: `${code(id)} in ${code(name)}`,
        expected: `ids of lower-case letters, digits and single hyphens, with spaces between${near ? `: ${code(near)}` : ''}`,
        fix: this.rewriting(place, id, near),
      });
      return false;
    });
  }

  date(name: string): HistoricalDate | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const date = parseDate(value);
    if (!date) {
      this.#parsing.report('bad-date', this.placeOf(name), {
        found: `${code(value)} as ${code(name)}`,
        expected: 'a date that exists, such as 1917, 1917-11-07, 1917-10/1917-11 (from, to) or 1903~ (about)',
      });
    }
    return date;
  }

  /** A value of a certain shape. */
  matching(name: string, pattern: RegExp, expected: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || pattern.test(value)) return value;
    this.#parsing.report('unknown-value', this.placeOf(name), {
      found: `${code(value)} as ${code(name)}`,
      expected,
    });
    return undefined;
  }

  /** The fix that writes `right` where `written` stands; none where the file does not hold it as it is. */
  rewriting({ start, end }: Place, written: string, right: string | undefined): Fix | undefined {
    if (right === undefined || start.offset === undefined || end?.offset === undefined) return undefined;
    if (this.#parsing.source.slice(start.offset, end.offset) !== written) return undefined;
    return replacing(start, end, right);
  }

  #find(name: string): WrittenAttribute | undefined {
    return this.#written.find((attribute) => attribute.name === name);
  }

  /** The words of a value, each once and with its place. */
  #words(name: string): Mention[] {
    const attribute = this.#find(name);
    if (!attribute) return [];
    const found = new Map<string, Mention>();
    for (const { 0: id, index } of attribute.value.matchAll(/[^\s,]+/g)) {
      if (!found.has(id)) found.set(id, { id, place: this.#placeIn(attribute, index, id.length) });
    }
    return [...found.values()];
  }

  /** Where a part of a value stands; the whole attribute when its value is not in the source as it is. */
  #placeIn({ name, value, start, end }: WrittenAttribute, from: number, length: number): Place {
    const { path, source } = this.#parsing;
    const written = source.slice(start.offset, end.offset);
    const before = (name === 'id' ? /^#|^id\s*=\s*["']?/ : /^[^=]*=?\s*["']?/).exec(written)?.[0].length ?? 0;
    if (!written.startsWith(value, before) || written.includes('\n')) return { path, start, end };
    const shifted = (by: number) => ({ line: start.line, column: start.column + by, offset: start.offset + by });
    return { path, start: shifted(before + from), end: shifted(before + from + length) };
  }
}

/** The known word that differs from what was written in nothing but capitals and typographic quotation marks. */
export function sameLetters(written: string, known: readonly string[]): string | undefined {
  const word = written.replace(/[“”„«»‘’‚]/g, '').toLowerCase();
  return known.includes(word) ? word : undefined;
}

function replacing(start: Point, end: Point, text: string): Fix | undefined {
  if (start.offset === undefined || end.offset === undefined) return undefined;
  return { title: `write ${code(text)}`, edits: [{ start: start.offset, end: end.offset, text }] };
}
