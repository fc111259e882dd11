/** What plain YAML holds: no `null`, no fractions, no dates but as text. */
export type PlainValue = string | number | boolean | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/**
 * The value of a YAML text that is certainly plain: keys of letters, each with a text or number in the same line, a list or
 * mapping in brackets there, or a block of the like below it, further in. `undefined` for any other. The parser, which
 * gives the same, takes twenty times as long, and most of what authors write is plain.
 */
export function plainYaml(text: string): PlainValue | undefined {
  if (unusual.test(text)) return undefined;
  const lines = text.split('\n').flatMap((line) => {
    const { length } = /^ */.exec(line)?.[0] ?? '';
    return length === line.length || line.charAt(length) === '#' ? [] : { indent: length, text: line.slice(length) };
  });
  const reader: Reader = { lines, at: 0 };
  const value = lines[0]?.indent === 0 ? block(reader, -1) : undefined;
  return reader.at === lines.length ? value : undefined;
}

/** Control characters but line feeds, and what some take for spaces or line ends. */
const unusual = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\uFEFF]/u;

interface Reader {
  /** All but empty lines and comments. */
  readonly lines: { readonly indent: number; readonly text: string }[];
  at: number;
}

const entry = /^([A-Za-z][\w-]{0,99}):(?: +(\S.*)|)$/;

function mapping(reader: Reader, indent: number): { [key: string]: PlainValue } | undefined {
  const found: { [key: string]: PlainValue } = {};
  for (let line = reader.lines[reader.at]; line && line.indent === indent; line = reader.lines[reader.at]) {
    const [, key, written] = entry.exec(line.text) ?? [];
    if (key === undefined || words.has(key) || Object.hasOwn(found, key)) return undefined;
    reader.at++;
    const value = written === undefined ? block(reader, indent) : inLine(written);
    if (value === undefined) return undefined;
    found[key] = value;
  }
  return isEndOfBlock(reader, indent) ? found : undefined;
}

/** What stands below a key, or is all there is. */
function block(reader: Reader, outer: number): PlainValue | undefined {
  const line = reader.lines[reader.at];
  if (!line || line.indent < outer) return undefined;
  if (line.text.startsWith('- ')) return sequence(reader, line.indent);
  return line.indent > outer ? mapping(reader, line.indent) : undefined;
}

function sequence(reader: Reader, indent: number): PlainValue[] | undefined {
  const found: PlainValue[] = [];
  for (let line = reader.lines[reader.at]; line && line.indent === indent; line = reader.lines[reader.at]) {
    const [, sign = '', written = ''] = /^(- +)(\S.*)$/.exec(line.text) ?? [];
    if (sign === '') break;
    // A mapping may begin behind the sign: its other keys stand below the first.
    const inner = { indent: indent + sign.length, text: written };
    const isMapping = entry.test(written);
    if (isMapping) reader.lines[reader.at] = inner;
    else reader.at++;
    const value = isMapping ? mapping(reader, inner.indent) : inLine(written);
    if (value === undefined) return undefined;
    found.push(value);
  }
  return isEndOfBlock(reader, indent) ? found : undefined;
}

/** What is further in would go on with the value before it. */
function isEndOfBlock({ lines, at }: Reader, indent: number): boolean {
  return (lines[at]?.indent ?? 0) <= indent;
}

const words = new Map<string, boolean | undefined>();
for (const [word, value] of [
  ['true', true],
  ['false', false],
  ['null', undefined],
] as const) {
  for (const form of [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]) words.set(form, value);
}

/** A value that ends with its line. */
function inLine(written: string): PlainValue | undefined {
  if (written.startsWith('[') && written.endsWith(']')) return flowSequence(written.slice(1, -1).trim());
  if (written.startsWith('{') && written.endsWith('}')) return flowMapping(written.slice(1, -1).trim());
  return scalar(written, /:(?: |$)| #| $/);
}

const item = / *("[^"]*"|'[^']*'|[^\s"',][^,]*?) *(?:,|$)/y;
const pair = / *([A-Za-z][\w-]{0,99}): +("[^"]*"|'[^']*'|[^\s"',][^,]*?) *(?:,|$)/y;

function flowSequence(written: string): PlainValue[] | undefined {
  const found: PlainValue[] = [];
  for (const [, part = ''] of parts(written, item) ?? [[]]) {
    const value = scalar(part, signsOfFlow);
    if (value === undefined) return undefined;
    found.push(value);
  }
  return found;
}

function flowMapping(written: string): { [key: string]: PlainValue } | undefined {
  const found: { [key: string]: PlainValue } = {};
  for (const [, key = '', part = ''] of parts(written, pair) ?? [[]]) {
    const value = scalar(part, signsOfFlow);
    if (value === undefined || words.has(key) || Object.hasOwn(found, key)) return undefined;
    found[key] = value;
  }
  return found;
}

/** What stands between commas, none of which comes last; `undefined` where not all of it can be read. */
function parts(written: string, pattern: RegExp): RegExpExecArray[] | undefined {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  while (written !== '' && pattern.lastIndex < written.length) {
    const part = pattern.exec(written);
    if (!part) return undefined;
    found.push(part);
  }
  return written.endsWith(',') ? undefined : found;
}

/** What may mean something in a text without quotation marks that stands in brackets. */
const signsOfFlow = /[:#,[\]{}]/;

/** A text, number or word; a text without quotation marks begins with a letter and holds no sign that may mean something. */
function scalar(written: string, signs: RegExp): string | number | boolean | undefined {
  const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(written);
  if (quoted) return quoted[1] ?? quoted[2];
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return written;
  if (/^(?:0|[1-9]\d{0,14})$/.test(written)) return Number(written);
  if (words.has(written)) return words.get(written);
  return /^\p{L}/u.test(written) && !signs.test(written) ? written : undefined;
}
