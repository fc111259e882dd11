import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkAnnotations } from './directive-syntax.ts';

/** Markdown as authors write it: CommonMark, GFM (tables, footnotes, …) and the directives of the annotation syntax. */
export const parser = unified().use(remarkParse).use(remarkGfm).use(remarkAnnotations).freeze();
