import { createJavaScriptRawEngine } from '@shikijs/engine-javascript/raw';
import json from '@shikijs/langs/json';
import { codeToTokensBase, createShikiPrimitive, type LanguageRegistration } from '@shikijs/primitive';
import { createCssVariablesTheme } from 'shiki/core';
import annotations from '../../editor/annotations.tmLanguage.json' with { type: 'json' };

/** The words a panel was given. */
interface Words {
  readonly copy?: string | undefined;
  readonly done?: string | undefined;
  readonly failed?: string | undefined;
  readonly lost?: string | undefined;
}

/**
 * Puts the text of what a place links to (`a`), or of the element it names (`data-from`, a selector), behind it: coloured
 * as the language in `data-lang`, with a button that copies it. A file that does not come is said to be missing.
 */
export async function showCode(
  place: HTMLElement,
  { copy = '', done = '', failed = '', lost = '' }: Words,
): Promise<void> {
  const text = await textOf(place);
  const pre = document.createElement('pre');
  pre.className = 'shiki';
  pre.tabIndex = 0; // it may scroll
  pre.role = 'region';
  pre.ariaLabel = place.textContent?.trim() ?? '';
  if (text === undefined) pre.textContent = lost;
  else {
    const code = document.createElement('code');
    code.append(...coloured(text, place.dataset['lang'] ?? ''));
    pre.append(code);
  }
  place.after(pre);
  if (text === undefined) return;
  const button = document.createElement('otr-copy');
  Object.assign(button.dataset, { text, done, failed });
  button.innerHTML = '<button class="btn" type="button"></button>';
  button.querySelector('button')?.append(copy);
  pre.after(button);
}

async function textOf(place: HTMLElement): Promise<string | undefined> {
  const { from } = place.dataset;
  if (from) return pretty(document.querySelector(from)?.textContent ?? undefined);
  try {
    const response = await fetch(place.querySelector('a')?.href ?? '');
    return response.ok ? (await response.text()).trimEnd() : undefined;
  } catch {
    return undefined;
  }
}

/** JSON as it is read best; what is no JSON as it is. */
function pretty(text: string | undefined): string | undefined {
  try {
    return text && JSON.stringify(JSON.parse(text), undefined, 1);
  } catch {
    return text;
  }
}

const shiki = createShikiPrimitive({
  engine: createJavaScriptRawEngine(),
  langs: [...json, annotations as unknown as LanguageRegistration].map(compiled), // a TextMate grammar, read from its file
  themes: [createCssVariablesTheme()],
});

/** The same classes as those of the code that was coloured at build time: no style is written into the page. */
function coloured(text: string, lang: string): (HTMLElement | string)[] {
  if (lang !== 'json' && lang !== 'annotations') return [text];
  const lines = codeToTokensBase(shiki, text, { lang, theme: 'css-variables' });
  return lines.flatMap((tokens, index) => [
    ...(index > 0 ? ['\n'] : []),
    ...tokens.map(({ content, color }) => {
      const name = /--shiki-token-([a-z-]+)/.exec(color ?? '')?.[1];
      if (!name) return content;
      const span = document.createElement('span');
      span.className = `shiki-${name}`;
      span.textContent = content;
      return span;
    }),
  ]);
}

/** A grammar whose patterns are expressions of the browser; of Oniguruma's own syntax these two use `[^]` and `\h` alone. */
function compiled(grammar: LanguageRegistration): LanguageRegistration {
  const patterns = new Set(['match', 'begin', 'end']);
  return JSON.parse(JSON.stringify(grammar), (key, value) =>
    patterns.has(key) && typeof value === 'string'
      ? new RegExp(value.replaceAll('[^]', '[^\\]').replaceAll('\\h', '[0-9A-Fa-f]'), 'dgm')
      : value,
  );
}
