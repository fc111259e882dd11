import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Report } from '../messages/message.ts';
import type { Rule } from '../messages/rules.ts';
import type { Place } from '../model/place.ts';
import { plainYaml } from './plain-yaml.ts';
import { schemaProblems } from './schema-problems.ts';
import { yamlProblems } from './yaml-problems.ts';

/** A piece of YAML to read: a file, or the front matter of one. */
export interface GivenYaml {
  /** The file it stands in. */
  readonly path: string;
  readonly text: string;
  /** What a message calls it: "front matter". */
  readonly what: string;
  /** The rule under which its problems are reported. */
  readonly rule: Rule;
  /** The number of lines that stand before the text in its file. */
  readonly lineOffset?: number | undefined;
}

/** What was read, and where each part of it stands: the value a path leads to, or the nearest thing above it. */
export interface ReadYaml<Value> {
  readonly value: Value;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** Reads YAML 1.2 against a schema. Every problem is reported at its line and column; then the answer is `undefined`. */
export function readYaml<Schema extends z.ZodType>(
  given: GivenYaml,
  schema: Schema,
  report: Report,
): ReadYaml<z.infer<Schema>> | undefined {
  const plain = plainYaml(given.text);
  const result = plain === undefined ? undefined : schema.safeParse(plain);
  if (!result?.success) return readByParser(given, schema, report);
  let document: ParsedYaml | undefined; // few ask for a place where there is no problem
  return {
    value: result.data,
    placeOf: (steps) => {
      document ??= parsed(given);
      return document.placeOf(steps);
    },
  };
}

function readByParser<Schema extends z.ZodType>(
  given: GivenYaml,
  schema: Schema,
  report: Report,
): ReadYaml<z.infer<Schema>> | undefined {
  const { text, what, rule } = given;
  const { document, at, placeOf } = parsed(given);
  const problems = yamlProblems(document, text);
  for (const problem of problems) report(rule, at(problem.offset), problem);
  if (problems.length > 0) return undefined;
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, placeOf };
  for (const problem of schemaProblems(result.error, schema, value, what)) {
    report(rule, placeOf(problem.path, problem.isKey), problem);
  }
  return undefined;
}

type ParsedYaml = ReturnType<typeof parsed>;

/** A text as the parser reads it, and where each part of it stands. */
function parsed({ path, text, lineOffset = 0 }: GivenYaml) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, start: { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) } };
  };
  const placeOf = (steps: readonly PropertyKey[], isKey = false) => at(offsetOf(document.contents, steps, isKey));
  return { document, at, placeOf };
}

/** Offset of the value a path leads to, of its key if that is wanted or the value a collection or empty, or of what is above. */
function offsetOf(contents: unknown, path: readonly PropertyKey[], isKey: boolean): number {
  let node = contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
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
    const isLast = index === path.length - 1 && !isKey;
    if (isLast && isNode(node) && 'value' in node && node.value !== null) offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
