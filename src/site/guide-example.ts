import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { createHistories } from '../core/ledger/histories.ts';
import { collect } from '../core/library/collect.ts';
import { parseReferences } from '../core/library/parse-references.ts';
import { parseReview } from '../core/markdown/parse-review.ts';
import type { Correction, ReviewEntry } from '../core/model/library.ts';
import type { Routes } from '../core/model/routes.ts';
import { guideHighlight } from './guide.ts';
import { projectFile } from './project-file.ts';
import { referenceFiles } from './read-content.ts';

/** A text of the syntax as its author writes it, and what comes of it. */
export interface GuideExample {
  /** The source, coloured. */
  readonly source: string;
  readonly review: ReviewEntry;
  readonly corrections: readonly Correction[];
}

const fixtures = projectFile('tests/fixtures');
const frontMatter = /^---\n[\s\S]*?\n---\n+/;

/** The examples that show a whole file, front matter included. */
const whole = new Set(['first-review']);

/** Reads an example: one of the fixtures that the syntax is tested with, by the name of its folder. */
export async function readExample(name: string, routes: Routes): Promise<GuideExample> {
  const file = join(fixtures, 'syntax', name, 'input.md');
  if (!existsSync(file)) throw new Error(`The guide names an example that is not there: ${file}`);
  const value = readFileSync(file, 'utf8');
  const { references } = parseReferences(givenReferences(), routes);
  const parsed = parseReview({ path: `${name}.md`, value }, { references, routes });
  const { collected } = collect(references, [parsed], { examples: [], questions: [] }, createHistories([]));
  const review = collected.reviews.get(name);
  if (!review) throw new Error(`The example ${file} gives no review`);
  const shown = whole.has(name) ? value : value.replace(frontMatter, '');
  return { source: await coloured(shown, 'md'), review, corrections: collected.corrections };
}

/** A piece of source in its colours. */
export async function coloured(text: string, language: string): Promise<string> {
  const tree = (await guideHighlight())?.(text.trimEnd(), language);
  if (!tree) throw new Error(`No colours for ${language}`);
  return toHtml(tree);
}

function givenReferences(): Map<string, string> {
  const folder = join(fixtures, 'references');
  const names = referenceFiles.filter((name) => existsSync(join(folder, name)));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
