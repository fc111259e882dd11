import { readFileSync } from 'node:fs';
import { parseReferences } from '../core/library/parse-references.ts';
import { parsePage } from '../core/markdown/parse-page.ts';
import { isError } from '../core/messages/message.ts';
import type { Routes } from '../core/model/routes.ts';
import { createHighlight } from './highlight.ts';
import { projectFile } from './project-file.ts';

/** The pages of the author's guide in reading order, each with its file in `src/guide/`. */
export const guidePages = [
  'start',
  'syntax',
  'citing',
  'dates',
  'verdicts',
  'corrections',
  'publishing',
  'rules',
] as const;
export type GuidePageId = (typeof guidePages)[number];

/** A page of the guide. */
export interface GuidePage {
  readonly title: string;
  /** What the page is about: its first paragraph, as HTML and as plain text. */
  readonly deck: string;
  readonly description: string;
  /** The rest, in turn text as HTML and what the page puts in between. */
  readonly parts: readonly GuidePart[];
}

/** A piece of text, or the place of something that is made from its source: an example, the scale. */
export type GuidePart =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'example'; readonly name: string }
  | { readonly kind: 'scale' };

/** The path of a page of the guide. */
export function guidePath(id: GuidePageId): string {
  return id === 'start' ? '/write/' : `/write/${id}/`;
}

/** Reads a page of the guide. It is a text of the tool, so a mistake in it is a fault of the program. */
export async function readGuidePage(id: GuidePageId, routes: Routes): Promise<GuidePage> {
  const file = sourceOf(id);
  const [, title = '', deck = '', body = ''] = /^# (.*)\n\n(.*)\n([\s\S]*)$/.exec(file.value) ?? [];
  const render = await guideRenderer(routes);
  const deckHtml = render(deck).replace(/^<p>|<\/p>\n?$/g, '');
  return { title, deck: deckHtml, description: deckHtml.replace(/<[^>]*>/g, ''), parts: partsOf(render(body)) };
}

/** Renders Markdown of the guide, as the pages of a site are rendered. */
export async function guideRenderer(routes: Routes): Promise<(markdown: string) => string> {
  const { references } = parseReferences(new Map(), routes);
  const highlight = await guideHighlight();
  return (markdown) => {
    const { page, messages } = parsePage({ path: 'src/guide', value: markdown }, { references, routes, highlight });
    const [wrong] = messages.filter(isError);
    if (wrong) throw new Error(`src/guide: unexpected ${wrong.found}, expected ${wrong.expected}`);
    return page.html;
  };
}

let colours: ReturnType<typeof createHighlight> | undefined;

/** The colours of every language in the guide: its own code, and the files its examples are in. */
export function guideHighlight(): ReturnType<typeof createHighlight> {
  const fences = ['md', 'yaml', 'bibtex', 'jsonl', 'sh'].map((language) => `\`\`\`${language}\n\`\`\`\n`);
  const pages = [{ path: '', value: fences.join('') }];
  colours ??= createHighlight({ references: new Map(), reviews: [], pages });
  return colours;
}

export function sourceOf(id: GuidePageId): { readonly path: string; readonly value: string } {
  const path = projectFile('src/guide', `${id}.md`);
  return { path, value: readFileSync(path, 'utf8') };
}

function partsOf(html: string): GuidePart[] {
  const [first = '', ...rest] = html.split(/<p>\{\{(example [\w-]+|scale)\}\}<\/p>/);
  const parts: GuidePart[] = [{ kind: 'text', html: first }];
  for (let index = 0; index < rest.length; index += 2) {
    const [kind, name] = (rest[index] ?? '').split(' ');
    parts.push(kind === 'scale' || name === undefined ? { kind: 'scale' } : { kind: 'example', name });
    parts.push({ kind: 'text', html: rest[index + 1] ?? '' });
  }
  return parts.filter((part) => part.kind !== 'text' || part.html.trim() !== '');
}
