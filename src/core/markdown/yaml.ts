import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Report } from '../messages/message.ts';
import { code, oneOf } from '../messages/nearest.ts';
import type { Rule } from '../messages/rules.ts';
import type { Place } from '../model/place.ts';

/**
 * Reads YAML 1.2 against a schema. Every problem is reported at its line and column; the answer is `undefined` when
 * there was one. `lineOffset` is the number of lines that stand before the text in its file.
 */
export function readYaml<Schema extends z.ZodType>(
  path: string,
  text: string,
  schema: Schema,
  report: Report,
  rule: Rule,
  lineOffset = 0,
): z.infer<Schema> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, start: { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) } };
  };
  for (const error of document.errors) {
    const [problem = ''] = error.message.split(/ at line |\n/);
    report(rule, at(error.pos[0]), { found: `YAML (${problem})`, expected: 'YAML that can be read' });
  }
  if (document.errors.length > 0) return undefined;
  const value = plainValue(document, at, report, rule);
  if (value === undefined) return undefined;
  const result = schema.safeParse(value.js);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const place = at(offsetOf(document.contents, issue.path));
    for (const words of wordsFor(issue, schema, value.js)) report(rule, place, words);
  }
  return undefined;
}

function plainValue(
  document: ReturnType<typeof parseDocument>,
  at: (offset: number) => Place,
  report: Report,
  rule: Rule,
): { js: unknown } | undefined {
  try {
    return { js: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    report(rule, at(0), { found: 'YAML with too many aliases', expected: 'values written out' });
    return undefined;
  }
}

/** Offset of the key or value a path leads to, or of the nearest one above it. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
      offset = startOf(pair?.key) ?? offset;
      next = pair?.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      next = node.items[Number(step)];
      offset = startOf(next) ?? offset;
    }
    if (next === undefined) break;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

type Words = { found: string; expected: string };

function wordsFor(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): Words[] {
  const name = code(issue.path.map(String).join('.') || 'this file');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({ found: `key ${code(key)}`, expected: oneOf(key, known) }));
  }
  const given = valueAt(value, issue.path);
  const expected = expectedIn(issue);
  if (given === undefined) return [{ found: `a file without ${name}`, expected: `${name}: ${expected}` }];
  return [{ found: `${code(JSON.stringify(given) ?? String(given))} as ${name}`, expected }];
}

function expectedIn(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return oneOf(String(issue.input ?? ''), issue.values.map(String));
  if (issue.code === 'invalid_type') return typeWords[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'invalid_union') return issue.message === 'Invalid input' ? 'some text' : issue.message;
  return issue.message;
}

const typeWords: Partial<Record<string, string>> = {
  string: 'some text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** The keys an object schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: Schema | undefined = definitionOf(schema);
  for (const step of path) at = definitionOf(at?.shape ? at.shape[step] : (at?.element ?? at?.valueType));
  return Object.keys(at?.shape ?? {});
}

/** What zod keeps of objects, arrays and records. */
interface Schema {
  readonly shape?: Record<PropertyKey, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
}

/** A schema's definition, without the `optional` or `default` round it. */
function definitionOf(schema: z.ZodType | undefined): Schema | undefined {
  let definition = schema?.def as Schema | undefined; // zod types each kind's definition apart
  while (definition?.innerType) definition = definition.innerType.def as Schema;
  return definition;
}
