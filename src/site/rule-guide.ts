import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rule, rules } from '../core/messages/rules.ts';
import type { Routes } from '../core/model/routes.ts';
import { projectFile } from './project-file.ts';

/** What the author's guide says of a rule. */
export interface RuleGuide {
  /** What it asks, why, and the way out: Markdown. */
  readonly text: string;
  /** A mistake, and exactly what the check says of it: the fixtures that the rule is tested with. */
  readonly example: { readonly files: readonly ExampleFile[]; readonly messages: string };
}

/** The part of a file that an example is about. */
export interface ExampleFile {
  readonly path: string;
  readonly value: string;
  /** The number of its first line in the whole file. */
  readonly firstLine: number;
}

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

const fixtures = projectFile('tests/fixtures/rules');

/** The guide's section on a rule. */
export function guideOn(rule: Rule): RuleGuide {
  const text = sections().get(rule);
  if (text === undefined) throw new Error(`src/guide/rules.md has no section “### ${rule}”`);
  const folder = join(fixtures, rule);
  if (!existsSync(folder)) throw new Error(`${folder} is not there`);
  const messages = readFileSync(join(folder, 'messages.txt'), 'utf8').replace(/\n\n[^\n]*\n$/, '\n');
  const files = readdirSync(folder)
    .filter((name) => name !== 'messages.txt' && /\.(?:md|yaml|bib|jsonl)$/.test(name))
    .map((name) => excerpt(name, readFileSync(join(folder, name), 'utf8'), messages));
  return { text, example: { files, messages } };
}

/** The rules in the order and under the headings of the guide. */
export function ruleGroups(): readonly RuleGroup[] {
  return source()
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      title: part.slice(0, part.indexOf('\n')),
      rules: [...part.matchAll(/^### (.+)$/gm)].map(([, name = '']) => name).filter(isRule),
    }));
}

/** The first sentence on a rule, as plain text. */
export function firstSentenceOn(rule: Rule): string | undefined {
  return /^[\s\S]*?[.:](?=\s|$)/
    .exec(sections().get(rule) ?? '')?.[0]
    .replace(/[`*]/g, '')
    .replace(/:$/, '.');
}

/** The address of a rule's section. */
export function ruleAddress(rule: Rule, routes: Routes): string {
  return `${routes.absolute('/write/rules/')}#${rule}`;
}

export function isRule(name: string): name is Rule {
  return Object.hasOwn(rules, name);
}

/** The text on each rule, by its name. */
export function sections(): ReadonlyMap<string, string> {
  const parts = source()
    .replace(/^## .*$/gm, '')
    .split(/^### /m)
    .slice(1);
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()] as const),
  );
}

function source(): string {
  return readFileSync(projectFile('src/guide/rules.md'), 'utf8');
}

/** What an example is about: a review's text or its front matter; of a long file the lines round the mistake. */
function excerpt(path: string, value: string, messages: string): ExampleFile {
  const lines = value.trimEnd().split('\n');
  const named = [...messages.matchAll(/(?:^|see )(\S+?):(\d+):\d+/gm)].flatMap(([, file, line]) =>
    file === path ? [Number(line)] : [],
  );
  const end = path.endsWith('.md') && lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  const isAbove = named.some((line) => line <= end);
  if (end > 0 && !isAbove)
    return from(
      path,
      lines,
      lines.findIndex((line, index) => index >= end && line !== ''),
      lines.length,
    );
  if (end > 0) return from(path, lines, 0, end);
  if (lines.length <= 20 || named.length === 0) return from(path, lines, 0, Math.min(lines.length, 20));
  return from(path, lines, Math.max(0, Math.min(...named) - 4), Math.min(lines.length, Math.max(...named) + 6));
}

function from(path: string, lines: readonly string[], start: number, end: number): ExampleFile {
  const first = Math.max(0, start);
  return { path, value: `${lines.slice(first, end).join('\n')}\n`, firstLine: first + 1 };
}
