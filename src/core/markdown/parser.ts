import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { annotationDirectives } from './directive-syntax.ts';
import { directivesWithPlaces } from './written-attributes.ts';

/**
 * Markdown as authors write it: CommonMark, the tables, footnotes and strikethrough of GFM, and the directives of the
 * annotation syntax. GFM's links without brackets are left out: looking for them doubles the time of a parse.
 */
export const parser = unified().use(remarkParse).use(remarkExtensions).freeze();

function remarkExtensions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough(), annotationDirectives()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    directivesWithPlaces(),
  ];
}
