import * as fc from 'fast-check';
import { frontMatter } from './fixture-content.ts';

/** A review made by chance: its file, the ids it defines and the marks in it, in the order of the file. */
export interface ArbitraryReview {
  readonly text: string;
  readonly claims: readonly string[];
  readonly facts: readonly string[];
  readonly marks: readonly string[];
}

const ids = ['fire-in-a-bakery', 'constructor', '1666', 'a', 'to-string', 'the-wind-was-to-blame'];

/** Words with signs that one to four bytes, two units or several code points stand for. */
const words = fc
  .array(
    fc.constantFrom(
      'fire',
      'the',
      'in',
      '1666,',
      '“London”',
      '"Pepys"',
      "baker's",
      'Лондон',
      'שריפה',
      'é',
      'e\u0301',
      '🔥',
      '👨‍🚒',
      '𠮷',
      '🇬🇧',
      '--',
      '...',
      '10:30',
      'a:b',
      ':-)',
      'John 3:16',
      '&amp;',
      '&#13;x',
      '&lt;b&gt;',
      '\\[x\\]',
      'x\u00a0y',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '));

const mark = (inside: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...ids), inside).map(([id, text]) => `:claim[${text}]{#${id}}`);

/** Inline Markdown with marks in it, marks in marks, marks in links and links in marks. */
const { inline } = fc.letrec<{ inline: string; piece: string; plain: string }>((tie) => ({
  plain: fc.oneof(
    { weight: 5, arbitrary: words },
    words.map((text) => `*${text}*`),
    words.map((text) => `**${text}**`),
    words.map((text) => `\`${text.replaceAll('`', '')}\``),
    fc.constant('[@tinniswood, p. 3]'),
    fc.constant('<b>bold</b>'),
    fc.constant('line\nbreak'),
    fc.constant('hard\\\nbreak'),
    fc.constant('![A map](../images/map.png) of it'),
  ),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: tie('plain') },
    { weight: 3, arbitrary: mark(tie('plain')) },
    mark(tie('inline')),
    mark(tie('plain').map((text) => `[${text}](/claims/ "Title")`)),
    tie('piece').map((text) => `_ ${text} _`),
    mark(tie('plain')).map((text) => `*${text}*`),
    mark(words).map((text) => `[link ${text}](https://smoke.example/)`),
  ),
  inline: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
}));

const oneLine = inline.map((text) => text.replace(/\\?\n/g, ' '));

const block = fc.oneof(
  { weight: 4, arbitrary: inline },
  oneLine.map((text) => `## ${text}`),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => indented('- ', item)).join('\n')),
  inline.map((text) => indented('> ', text, '> ')),
  oneLine.map((text) => `| A | B |\n|---|---|\n| ${text.replaceAll('|', '\\|')} | x |`),
  oneLine.map((text) => `Text[^${hash(text)}].\n\n[^${hash(text)}]: ${text}`),
  fc.constant('```\n:claim[code]{#no}\n```'),
  fc.constant('<div>\n\nA block\n\n</div>'),
);

/** A review without a mistake, whatever is in it. */
export const arbitraryReview: fc.Arbitrary<ArbitraryReview> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), words)
  .map(([blocks, chance, text]) => {
    const prose = blocks.join('\n\n');
    const marks = [...withoutCode(prose).matchAll(/\]\{#([a-z0-9-]+)\}/g)].map(([, id = '']) => id);
    const claims = [...new Set(marks)];
    const definitions = claims.flatMap((id) => [
      `:::claim{#${id} by=work verdict=disputed confidence=low}\nThe work says ${id}.\n:::`,
      `:::fact{#fact-of-${id} supports=${id}}\nThe record says ${text} [@tinniswood]. More.\n:::`,
    ]);
    const all = [...blocks];
    for (const definition of definitions) {
      all.splice((chance.next().value ?? 0) % (all.length + 1), 0, definition);
    }
    return {
      text: `${frontMatter}${all.join('\n\n')}\n`,
      claims,
      facts: claims.map((id) => `fact-of-${id}`),
      marks,
    };
  });

function withoutCode(prose: string): string {
  return prose.replace(/```[\s\S]*?```/g, '');
}

function indented(first: string, text: string, next = ' '.repeat(first.length)): string {
  return first + text.replaceAll('\n', `\n${next}`);
}

function hash(text: string): string {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return `n${sum}`;
}
