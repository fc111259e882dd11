import type { Root } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { annotationDirectives } from './directive-syntax.ts';
import { parseAroundPlain } from './parse-around-plain.ts';
import { directivesWithPlaces } from './written-attributes.ts';

/**
 * Markdown as authors write it: CommonMark, the tables, footnotes and strikethrough of GFM, and the directives of the
 * annotation syntax. GFM's links without brackets are left out: looking for them doubles the time of a parse. What else
 * GFM adds is looked for only in a text that has its signs; it takes a sixth of the time.
 */
export function parseMarkdown(text: string): Root {
  return parseAroundPlain(text, parseWhole);
}

/** The same without the short cut for plain blocks. */
export function parseWhole(text: string): Root {
  const needed = additions.filter(({ signs }) => signs.test(text));
  const name = needed.map(({ signs }) => signs.source).join(' ');
  const parser = parsers.get(name) ?? unified().use(remarkParse).use(extensions, needed).freeze();
  parsers.set(name, parser);
  return parser.parse(text);
}

interface Addition {
  /** Without any of these a text cannot hold it. */
  readonly signs: RegExp;
  readonly syntax: () => Extension;
  readonly tree: () => FromMarkdownExtension | FromMarkdownExtension[];
}

const additions: readonly Addition[] = [
  { signs: /\||:-|-:/, syntax: gfmTable, tree: gfmTableFromMarkdown },
  { signs: /\[\^/, syntax: gfmFootnote, tree: gfmFootnoteFromMarkdown },
  { signs: /~/, syntax: gfmStrikethrough, tree: gfmStrikethroughFromMarkdown },
];

const parsers = new Map<string, Processor<Root>>();

function extensions(this: Processor, needed: readonly Addition[]): void {
  const data = this.data();
  data.micromarkExtensions = [...needed.map(({ syntax }) => syntax()), annotationDirectives()];
  data.fromMarkdownExtensions = [...needed.map(({ tree }) => tree()), directivesWithPlaces()];
}
