import type * as z from 'zod';
import { code, nearest, oneOf } from '../messages/nearest.ts';
import { toIdentifier } from '../model/identifier.ts';

/** A value that is not as its schema wants it; the path leads to it. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  /** Whether it is about the key rather than its value. */
  readonly isKey?: boolean;
  readonly found: string;
  readonly expected: string;
}

/** What is wrong with a value (`what`: "front matter") read from YAML, in words for people who do not program. */
export function schemaProblems(error: z.ZodError, schema: z.ZodType, value: unknown, what: string): SchemaProblem[] {
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? keysOf(issue, schema) : []));
  const meant = new Set(unknown.map(({ meant, path }) => JSON.stringify([...path.slice(0, -1), meant])));
  const others = error.issues
    .filter((issue) => issue.code !== 'unrecognized_keys' && !meant.has(JSON.stringify(issue.path)))
    .map(
      (issue): SchemaProblem => ({
        path: issue.path,
        isKey: issue.code === 'invalid_key',
        ...wordsFor(issue, valueAt(value, issue.path), what),
      }),
    );
  return [...unknown, ...others];
}

/** Keys the schema does not know, each with the one it may be a slip of, which then is not missing as well. */
function keysOf({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, schema: z.ZodType) {
  const known = keysAt(schema, path);
  return keys.map((key) => ({
    path: [...path, key],
    isKey: true,
    found: `key ${code(key)}`,
    expected: oneOf(key, known),
    meant: nearest(key, known),
  }));
}

function wordsFor(issue: z.core.$ZodIssue, given: unknown, what: string): { found: string; expected: string } {
  const last = issue.path.at(-1);
  const expected = expectedIn(issue, given);
  if (last === undefined) {
    return { found: given === null ? `${what} with nothing in it` : `${shown(given)} as ${what}`, expected };
  }
  if (issue.code === 'invalid_key') {
    const near = toIdentifier(String(last));
    return { found: `key ${code(String(last))}`, expected: near ? `${code(near)}, ${expected}` : expected };
  }
  if (given === undefined) {
    const [owner] = issue.path
      .slice(0, -1)
      .filter((step) => typeof step === 'string')
      .slice(-1);
    return {
      found: `${owner === undefined ? what : code(owner)} without ${code(String(last))}`,
      expected: `${code(`${String(last)}:`)} and ${expected}`,
    };
  }
  const key = issue.path.findLast((step) => typeof step === 'string');
  const place =
    typeof last === 'string'
      ? code(last)
      : key === undefined
        ? `an entry of ${what}`
        : `an entry of ${code(String(key))}`;
  return { found: given === null ? `${place} without a value` : `${shown(given)} as ${place}`, expected };
}

function expectedIn(issue: z.core.$ZodIssue, given: unknown): string {
  if (issue.code === 'invalid_value') return oneOf(typeof given === 'string' ? given : '', issue.values.map(String));
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'string' && ['number', 'boolean'].includes(typeof given))
      return 'some text, in quotation marks';
    return typeWords[issue.expected] ?? issue.expected;
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'invalid_union') return issue.message === 'Invalid input' ? 'some text' : issue.message;
  if (issue.code === 'too_small' && issue.origin === 'array') return `at least ${issue.minimum}`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `a number from ${issue.minimum} up`;
  if (issue.code === 'too_big') return `${issue.maximum} at most`;
  return issue.message;
}

const typeWords: Partial<Record<string, string>> = {
  string: 'some text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list, with `- ` before each entry',
  object: 'keys and values, each on a line of its own: `key: value`',
  record: 'keys and values, each on a line of its own: `key: value`',
};

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === '') return 'an empty text';
  return typeof value === 'object' ? 'keys and values' : code(String(value));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** The keys an object schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: Schema | undefined = definitionOf(schema);
  for (const step of path) {
    const next = definitionOf(at?.shape ? at.shape[step] : (at?.element ?? at?.valueType));
    at = next?.options?.map(definitionOf).find((option) => option?.shape) ?? next;
  }
  return Object.keys(at?.shape ?? {});
}

/** What zod keeps of objects, arrays, records and unions. */
interface Schema {
  readonly shape?: Record<PropertyKey, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  /** Of a union. */
  readonly options?: readonly z.ZodType[];
}

/** A schema's definition, without the `optional` or `default` round it. */
function definitionOf(schema: z.ZodType | undefined): Schema | undefined {
  let definition = schema?.def as Schema | undefined; // zod types each kind's definition apart
  while (definition?.innerType) definition = definition.innerType.def as Schema;
  return definition;
}
