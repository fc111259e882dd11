import type { Directives } from 'mdast-util-directive';
import type { Report } from '../messages/message.ts';
import { code, oneOf } from '../messages/nearest.ts';
import type { Mention } from '../model/annotation.ts';
import { type HistoricalDate, parseDate } from '../model/date.ts';
import { isIdentifier, toIdentifier } from '../model/identifier.ts';
import type { Place } from '../model/place.ts';
import { placeAt, placeOf } from './place-of.ts';

/** The attributes of one directive: each is read once, by what it should be; what is wrong is reported where it stands. */
export class Attributes {
  readonly #given: Readonly<Record<string, string>>;
  readonly #path: string;
  readonly #source: string;
  readonly #offset: number;
  readonly #report: Report;
  /** The directive's opening line, or for a mark the whole of it. */
  readonly place: Place;

  constructor(path: string, source: string, directive: Directives, report: Report) {
    const place = placeOf(path, directive);
    const start = place.start.offset ?? 0;
    const lineEnd = source.indexOf('\n', start);
    const end = Math.min(place.end?.offset ?? source.length, lineEnd === -1 ? source.length : lineEnd);
    this.#path = path;
    this.#source = source.slice(start, directive.type === 'textDirective' ? place.end?.offset : end);
    this.#offset = start;
    this.#given = { ...directive.attributes } as Record<string, string>; // absent and empty are alike here
    this.#report = report;
    this.place = directive.type === 'textDirective' ? place : placeAt(path, source, start, end);
    this.#whole = source;
  }

  readonly #whole: string;

  /** Where the value of an attribute stands, or the whole directive when it cannot be told. */
  placeOf(name: string): Place {
    const pattern =
      name === 'id' ? /[{\s]#([^\s}#.]*)|[{\s]id\s*=\s*/ : new RegExp(`[{\\s]${name}(?=[\\s=}])\\s*=?\\s*`);
    const match = pattern.exec(this.#source);
    if (!match) return this.place;
    const start = this.#offset + match.index + 1;
    return placeAt(this.#path, this.#whole, start, this.#offset + match.index + match[0].length);
  }

  /** Reports every attribute that is not in the list. */
  allow(known: readonly string[], what: string): void {
    for (const name of Object.keys(this.#given)) {
      if (name === 'id' || known.includes(name)) continue;
      this.#report('unknown-attribute', this.placeOf(name), {
        found: `attribute ${code(name)} on ${what}`,
        expected: known.length === 0 ? 'an id alone' : oneOf(name, known),
      });
    }
  }

  /** The `#id`, reported when it is missing or malformed. */
  id(what: string, example: string): string | undefined {
    const id = this.#given['id'];
    if (!id) {
      this.#report('missing-id', this.place, {
        found: `${what} without an id`,
        expected: `an id in braces: \`${example}\``,
      });
      return undefined;
    }
    if (isIdentifier(id)) return id;
    this.#report('malformed-id', this.placeOf('id'), {
      found: `id ${code(id)}`,
      expected: `an id in kebab-case${toIdentifier(id) ? `: ${code(`#${toIdentifier(id)}`)}` : ' (lower-case letters, digits, single hyphens)'}`,
    });
    return undefined;
  }

  /** The trimmed value, or `undefined` when it is absent or empty. */
  text(name: string): string | undefined {
    return this.#given[name]?.trim() || undefined;
  }

  /** As `text`; its absence is reported with what `expected` says. */
  required(name: string, what: string, expected: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) {
      this.#report('missing-attribute', this.place, { found: `${what} without ${code(name)}`, expected });
    }
    return value;
  }

  /** A value out of a closed list. */
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    return this.choices(name, words)[0];
  }

  /** Space-separated values out of a closed list. */
  choices<Word extends string>(name: string, words: readonly Word[]): Word[] {
    return this.#words(name).flatMap((written) => {
      const word = words.find((known) => known === written);
      if (word) return [word];
      this.#report('unknown-value', this.placeOf(name), {
        found: `${code(written)} as ${code(name)}`,
        expected: oneOf(written, words),
      });
      return [];
    });
  }

  /** Space-separated ids. */
  mentions(name: string): Mention[] {
    return this.#identifiers(name).map((id) => ({ id, place: this.placeOf(name) }));
  }

  /** Space-separated words in kebab-case. */
  words(name: string): string[] {
    return this.#identifiers(name);
  }

  date(name: string): HistoricalDate | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const date = parseDate(value);
    if (!date) {
      this.#report('bad-date', this.placeOf(name), {
        found: `${code(value)} as ${code(name)}`,
        expected: 'a date in EDTF that exists, for example 1917, 1917-11-07, 1917-10/1917-11 or 1903~',
      });
    }
    return date;
  }

  /** A value of a certain shape. */
  matching(name: string, pattern: RegExp, expected: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || pattern.test(value)) return value;
    this.#report('unknown-value', this.placeOf(name), { found: `${code(value)} as ${code(name)}`, expected });
    return undefined;
  }

  #identifiers(name: string): string[] {
    return this.#words(name).filter((word) => {
      if (isIdentifier(word)) return true;
      const id = toIdentifier(word);
      this.#report('malformed-id', this.placeOf(name), {
        found: `${code(word)} in ${code(name)}`,
        expected: `ids in kebab-case, separated by spaces${id ? `: ${code(id)}` : ''}`,
      });
      return false;
    });
  }

  #words(name: string): string[] {
    return [
      ...new Set(
        this.text(name)
          ?.split(/[\s,]+/)
          .filter(Boolean) ?? [],
      ),
    ];
  }
}
