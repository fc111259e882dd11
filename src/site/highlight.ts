import type { Root } from 'hast';
import {
  createCssVariablesTheme,
  createHighlighterCore,
  type HighlighterCore,
  type LanguageRegistration,
  type ShikiTransformer,
} from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import annotations from '../../editor/annotations.tmLanguage.json' with { type: 'json' };
import type { ContentFiles, Highlight } from '../core/library/create-library.ts';

/**
 * Colours for the code in these texts, by classes alone so that a strict style policy holds: `shiki` on the `pre`, and
 * `shiki-keyword`, `-constant`, `-string`, `-string-expression`, `-comment`, `-function`, `-parameter`, `-punctuation`,
 * `-link`, `-bold`, `-italic`, `-underline`, `-strikethrough` on spans. In Markdown the annotations are coloured by the
 * grammar that editors use. Only the grammars of the languages that occur are loaded, and none where there is no code. A
 * language Shiki does not know is left as it is.
 */
export async function createHighlight(content: ContentFiles): Promise<Highlight | undefined> {
  const wanted = new Set(languagesOfCode(content).filter(isBundled));
  if (wanted.size === 0) return undefined;
  shared ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [createCssVariablesTheme()],
    langs: [],
  });
  const highlighter = await shared;
  await highlighter.loadLanguage(annotationsInMarkdown, ...[...wanted].map((language) => bundledLanguages[language]));
  return (code, language): Root | undefined => {
    const lang = language.toLowerCase();
    if (!isBundled(lang) || !wanted.has(lang)) return undefined;
    return highlighter.codeToHast(code, {
      lang,
      theme: 'css-variables',
      transformers: [styleToClass],
      tokenizeTimeLimit: longestLine,
    });
  };
}

/** The languages of the code in these texts, each once. */
export function languagesOfCode({ reviews, pages }: ContentFiles): string[] {
  return [...new Set([...reviews, ...pages].flatMap(({ value }) => languagesIn(value)))].sort();
}

/** Milliseconds for a line. Half a second, as Shiki has it, a busy machine needs for the first one: the code lost its colours. */
const longestLine = 10_000;

/** One for all texts that are read, and for all times they are read again. */
let shared: Promise<HighlighterCore> | undefined;

const annotationsInMarkdown = {
  ...annotations,
  injectTo: ['text.html.markdown'],
} as unknown as LanguageRegistration; // a TextMate grammar, read from its file

/** The info strings of the fenced code blocks of a Markdown text; one too many (in a quoted fence) does no harm. */
function languagesIn(markdown: string): string[] {
  return [...markdown.matchAll(/^[ \t>*+-]*(?:`{3,}|~{3,})[ \t]*([^\s`{]+)/gm)].map(([, name = '']) =>
    name.toLowerCase(),
  );
}

function isBundled(language: string): language is keyof typeof bundledLanguages {
  return Object.hasOwn(bundledLanguages, language);
}

const classOfDeclaration: readonly (readonly [RegExp, string])[] = [
  [/color:var\(--shiki-token-([a-z-]+)\)/, 'shiki-$1'],
  [/font-weight:bold/, 'shiki-bold'],
  [/font-style:italic/, 'shiki-italic'],
  [/text-decoration:[a-z -]*underline/, 'shiki-underline'],
  [/text-decoration:[a-z -]*line-through/, 'shiki-strikethrough'],
];

const styleToClass: ShikiTransformer = {
  name: 'style-to-class',
  pre(node) {
    delete node.properties['style'];
    node.properties['class'] = 'shiki';
  },
  span(node) {
    const style = String(node.properties['style'] ?? '');
    delete node.properties['style'];
    const classes = classOfDeclaration.flatMap(([pattern, name]) => {
      const match = pattern.exec(style);
      return match ? [name.replace('$1', match[1] ?? '')] : [];
    });
    if (classes.length > 0) node.properties['class'] = classes.join(' ');
  },
};
