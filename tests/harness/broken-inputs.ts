import { unwritten } from '../../src/core/markdown/block-parts.ts';
import { frontMatter } from './fixture-content.ts';

const mark = 'It opens :claim[in a bakery]{#fire-in-a-bakery}.\n\n';
const claim = `:::claim{#fire-in-a-bakery by=work verdict=accurate confidence=high}
The fire began in a baker's house.
:::
`;
const fact = `:::fact{#farriner-was-a-baker supports=fire-in-a-bakery}
It began in Farriner's bakehouse in Pudding Lane [@pepys-diary; @tinniswood, p. 42].
:::
`;

/** A review with nothing wrong in it. */
export const soundReview = `${frontMatter + mark + claim}\n${fact}`;

/** A review with one mistake in it, or as many as `count` says. */
export interface BrokenInput {
  readonly name: string;
  readonly text: string;
  readonly count: number;
}

/** What authors write by mistake: each is the sound review with one thing changed. */
export const brokenInputs: readonly BrokenInput[] = [
  ...group('mark', {
    'two colons': [':claim[in', '::claim[in'],
    'misspelt name': [':claim[in', ':clame[in'],
    'letters that changed places': [':claim[in', ':cliam[in'],
    'name in upper case': [':claim[in', ':Claim[in'],
    'name in the plural': [':claim[in', ':claims[in'],
    'no colon': [':claim[in', 'claim[in'],
    'semicolon for the colon': [':claim[in', ';claim[in'],
    'no name': [':claim[in', '[in'],
    'no name behind the colon': [':claim[in', ':[in'],
    'space before the bracket': [':claim[in', ':claim [in'],
    'space behind the colon': [':claim[in', ': claim[in'],
    'space before the brace': [']{#', '] {#'],
    'round brackets': [':claim[in a bakery]', ':claim(in a bakery)'],
    'round brackets for braces': [']{#fire-in-a-bakery}', '](#fire-in-a-bakery)'],
    'brace not closed': ['#fire-in-a-bakery}.', '#fire-in-a-bakery.'],
    'bracket not closed': ['bakery]{', 'bakery{'],
    'no braces': ['{#fire-in-a-bakery}.', '.'],
    'empty braces': ['{#fire-in-a-bakery}.', '{}.'],
    'no hash': ['{#fire-in-a-bakery}.', '{fire-in-a-bakery}.'],
    'id in upper case': ['{#fire-in-a-bakery}.', '{ID=fire-in-a-bakery}.'],
    'spaces in the id': ['{#fire-in-a-bakery}.', '{#fire in a bakery}.'],
    'capitals in the id': ['{#fire-in-a-bakery}.', '{#Fire-in-a-Bakery}.'],
    'underscores in the id': ['{#fire-in-a-bakery}.', '{#fire_in_a_bakery}.'],
    'dot in the id': ['{#fire-in-a-bakery}.', '{#fire.in-a-bakery}.'],
    'quotation marks round the id': ['{#fire-in-a-bakery}.', '{#“fire-in-a-bakery”}.'],
    'misspelt id': ['{#fire-in-a-bakery}.', '{#fire-in-bakery}.'],
    'mark of the other kind': [':claim[in', ':fact[in'],
    'two ids': ['{#fire-in-a-bakery}.', '{#fire-in-a-bakery #farriner-was-a-baker}.'],
    'attributes of the block': ['{#fire-in-a-bakery}.', '{#fire-in-a-bakery verdict=false}.'],
    'nothing in it': ['[in a bakery]', '[]'],
    'a space in it': ['[in a bakery]', '[ ]'],
    'paragraph break in it': ['in a bakery]', 'in a\n\nbakery]'],
    'inside HTML': ['It opens', '<p>It opens'],
    'inside a definition': ['house.\n', 'house.\n\nIn :claim[Pudding Lane]{#fire-in-a-bakery}.\n'],
    'in a footnote that nothing refers to': ['It opens', '[^1]: It opens'],
    'in the description of an image': [
      ':claim[in a bakery]{#fire-in-a-bakery}',
      '![:claim[it]{#fire-in-a-bakery}](../images/map.png)',
    ],
    'in the title of a link': [':claim[in a bakery]{#fire-in-a-bakery}', '[x](/y ":claim[it]{#fire-in-a-bakery}")'],
  }),
  ...group('block', {
    'misspelt name': [':::claim', ':::clam'],
    'name in upper case': [':::claim', ':::Claim'],
    'two colons': [':::claim', '::claim'],
    'one colon': [':::claim', ':claim'],
    'no colon': [':::claim', 'claim'],
    'space before the name': [':::claim', '::: claim'],
    'space before the brace': [':::claim{', ':::claim {'],
    'no name': [':::claim{', ':::{'],
    'no braces': [/:::claim\{.*\}/, ':::claim'],
    'empty braces': [/:::claim\{.*\}/, ':::claim{}'],
    'brace not closed': ['confidence=high}', 'confidence=high'],
    'brace not opened': [':::claim{', ':::claim'],
    'attributes over two lines': [' verdict=accurate', '\nverdict=accurate'],
    'quotation mark not closed': ['verdict=accurate', 'verdict="accurate'],
    'typographic quotation marks': ['verdict=accurate', 'verdict=“accurate”'],
    'two kinds of quotation marks': ['verdict=accurate', 'verdict="accurate\''],
    'comma between attributes': [' verdict=', ', verdict='],
    'colon for the equals sign': ['verdict=accurate', 'verdict: accurate'],
    'text in brackets behind the name': [':::claim{', ':::claim[The bakery]{'],
    'not closed in the middle': ['house.\n:::\n', 'house.\n'],
    'not closed, with prose behind it': ['house.\n:::\n', 'house.\n\nMore :claim[prose]{#fire-in-a-bakery}.\n'],
    'not closed at the end': [/:::\n$/, ''],
    'closed twice': ['house.\n:::\n', 'house.\n:::\n:::\n'],
    'closed with two colons': ['house.\n:::\n', 'house.\n::\n'],
    'closed behind its text': ['house.\n:::\n', 'house. :::\n'],
    'opened with more colons than closed': [':::claim', '::::claim'],
    'inside another with as many colons': [/house\.\n:::\n([\s\S]*)$/, 'house.\n$1:::\n'],
    'indented like code': [/^:::claim[\s\S]*?\n:::$/m, (block) => block.replace(/^/gm, '    ')],
    'behind code that is not closed': [':::claim', '```\ncode\n\n:::claim'],
    'inside HTML': [':::claim', '<div>\n:::claim'],
    'behind a comment that is not closed': [':::claim', '<!-- to do\n\n:::claim'],
  }),
  ...group('attribute', {
    misspelt: ['verdict=', 'verdikt='],
    'in upper case': ['verdict=', 'Verdict='],
    'misspelt stance': ['supports=', 'suports='],
    unknown: ['verdict=', 'colour=red verdict='],
    'named like a part of every object': ['verdict=', '__proto__=x verdict='],
    twice: ['verdict=', 'verdict=false verdict='],
    missing: ['verdict=accurate ', ''],
    'with nothing in it': ['verdict=accurate', 'verdict=""'],
    'without a value': ['verdict=accurate', 'verdict'],
    'a date without a value': ['verdict=', 'when="" verdict='],
    'a class': ['verdict=', '.important verdict='],
  }),
  ...group('value', {
    'unknown verdict': ['verdict=accurate', 'verdict=acurate'],
    'verdict in upper case': ['verdict=accurate', 'verdict=Accurate'],
    'unknown confidence': ['confidence=high', 'confidence=hihg'],
    'unknown speaker': ['by=work', 'by=wrok'],
    'misspelt person who speaks': ['by=work', 'by=samuel-peppys'],
    'misspelt person': ['by=work', 'by=work about="samuel-pepys samuel-peppys"'],
    'person with capitals': ['by=work', 'by=work about="samuel-pepys Thomas-Farriner"'],
    'unknown departure': ['by=work', 'by=work departure=inventon'],
    'misspelt topic': ['by=work', 'by=work topics=rebuildng'],
    'unknown episode': ['by=work', 'by=work episode=7'],
    'episode in words': ['by=work', 'by=work episode=two'],
    'timecode with a dot': ['by=work', 'by=work at=12.30'],
    'day that does not exist': ['by=work', 'by=work when=1666-02-30'],
    'dates backwards': ['by=work', 'by=work when=1666-09-06/1666-09-02'],
    'date in words': ['by=work', 'by=work when="2 September 1666"'],
    'claim that sees itself': ['by=work', 'by=work see=fire-in-a-bakery'],
    'claim that sees one that is not there': ['by=work', 'by=work see=six-dead'],
    'claim that sees a fact': ['by=work', 'by=work see=farriner-was-a-baker'],
    'fact that supports a misspelt claim': ['supports=fire-in-a-bakery', 'supports=fire-in-bakery'],
    'fact that supports itself': ['supports=fire-in-a-bakery', 'supports="fire-in-a-bakery farriner-was-a-baker"'],
    'fact that supports and refutes': ['supports=', 'refutes=fire-in-a-bakery supports='],
  }),
  ...group('id', {
    'missing on a claim': [':::claim{#fire-in-a-bakery ', ':::claim{'],
    'missing on a fact': [':::fact{#farriner-was-a-baker ', ':::fact{'],
    'capitals in it': [':::claim{#fire-in-a-bakery', ':::claim{#Fire-in-a-bakery'],
    'spaces in it': [':::claim{#fire-in-a-bakery', ':::claim{#fire in a bakery'],
    'comma behind it': [':::claim{#fire-in-a-bakery', ':::claim{#fire-in-a-bakery,'],
    'of two claims': [/$/, `\n${claim}`],
    'of a claim and of a fact': [':::fact{#farriner-was-a-baker', ':::fact{#fire-in-a-bakery'],
    'a former one that another has': ['by=work', 'by=work was=farriner-was-a-baker'],
    'named like a part of every object': [/fire-in-a-bakery/g, '__proto__', 3],
    'in another script': [/fire-in-a-bakery/g, 'пожар', 3],
  }),
  ...group('text', {
    'claim as it was made, not written yet': ["The fire began in a baker's house.", unwritten.statement],
    'fact as it was made, not written yet': [
      "It began in Farriner's bakehouse in Pudding Lane",
      unwritten.fact.slice(0, -1),
    ],
    'claim without a statement': ["The fire began in a baker's house.\n", ''],
    'claim that begins with a list': ['The fire began', '- The fire began'],
    'claim with a footnote in its statement': ['house.\n', 'house[^1].\n\n[^1]: So they say.\n'],
    'fact without text': [/It began in.*\n/, ''],
    'footnote without a sign': ['}.\n\n:::claim', '}.\n\n[^1]: So they say.\n\n:::claim'],
    'sign without a footnote': ['}.\n\n:::claim', '}.[^1]\n\n:::claim'],
    'two footnotes of one name': ['}.\n\n:::claim', '}.[^1]\n\n[^1]: So they say.\n\n[^1]: So do others.\n\n:::claim'],
    'misspelt sign of a footnote': [
      '}.\n\n:::claim',
      '}.[^nots] And so on.[^note]\n\n[^note]: So they say.\n\n:::claim',
    ],
  }),
  ...group('citation', {
    none: [/ \[@pepys.*\]/, ''],
    'misspelt source': ['@pepys-diary;', '@peppys-diary;'],
    'source that is not there': [/\[@pepys.*\]/, '[@evelyn]'],
    'no at sign': [/\[@pepys.*\]/, '[tinniswood, p. 42; porter]'],
    'no brackets': [/\[@pepys.*\]/, '@tinniswood'],
    'round brackets': [/\[@pepys.*\]/, '(@tinniswood)'],
    'bracket not closed': ['p. 42]', 'p. 42'],
    'comma for the semicolon': ['; @tinniswood', ', @tinniswood'],
    'space behind the at sign': ['[@pepys-diary; @tinniswood, p. 42]', '[@ tinniswood, p. 42]'],
    'emphasis in it': ['p. 42]', '*passim*]'],
    'nothing in it': ['p. 42]', 'p. 42] [@]'],
    'misspelt in the prose': ['It opens', 'It opens [@tiniswood]'],
  }),
  ...group('correction', {
    'of nothing': [/$/, '\n:::correction\nA word.\n:::\n'],
    'without a date': [/$/, '\n:::correction{on=fire-in-a-bakery}\nA word.\n:::\n'],
    'on an annotation that is not there': [/$/, '\n:::correction{on=fire-in-bakery date=2026-09-03}\nA word.\n:::\n'],
    'without text': [/$/, '\n:::correction{on=fire-in-a-bakery date=2026-09-03}\n:::\n'],
    'on a day that does not exist': [/$/, '\n:::correction{on=fire-in-a-bakery date=2026-02-30}\nA word.\n:::\n'],
  }),
  ...group('withdrawal', {
    'still marked': [/$/, '\n:::withdrawn{#old date=2026-09-03}\nWrong.\n:::\n\n:claim[This]{#old}\n'],
    'still borne upon': [/$/, '\n:::withdrawn{#farriner-was-a-baker date=2026-09-03}\nWrong.\n:::\n'],
    'without an id': [/$/, '\n:::withdrawn{date=2026-09-03}\nWrong.\n:::\n'],
    'without a reason': [/$/, '\n:::withdrawn{#old date=2026-09-03}\n:::\n'],
  }),
  ...group('front matter', {
    none: [frontMatter, ''],
    'not on the first line': [/^/, '\n'],
    'not closed': ['published: 2026-09-02\n---\n', 'published: 2026-09-02\n'],
    'nothing in it': [frontMatter, '---\n---\n'],
    'text in it': [frontMatter, '---\nHello\n---\n'],
    'list in it': [frontMatter, '---\n- title: Smoke\n---\n'],
    'colon in a value': ['title: Smoke', 'title: Smoke: a review'],
    'quotation mark not closed': ['title: Smoke', 'title: "Smoke'],
    'words behind a quotation': ['title: Smoke', 'title: "Smoke"'],
    'apostrophe between apostrophes': [/title: .*/, "title: 'It's smoke'"],
    'backslash between quotation marks': [/title: .*/, 'title: "Smoke \\Smoke"'],
    'key twice': ['title: Smoke', 'title: Fire\ntitle: Smoke'],
    'tab before a key': ['description:', '\tdescription:'],
    'spaces before a key': ['description:', '  description:'],
    'no space behind the colon': ['title: Smoke', 'title:Smoke'],
    'no colon': ['author: A. Reader', 'author A. Reader'],
    'value that begins with @': ['author: A. Reader', 'author: @reader'],
    'value that begins with a backtick': ['author: A. Reader', 'author: `reader`'],
    'value that begins with *': ['author: A. Reader', 'author: *reader'],
    'value that begins with !': ['author: A. Reader', 'author: !reader A'],
    'value that begins with #': ['author: A. Reader', 'author: #reader'],
    'key without a value': ['author: A. Reader', 'author:'],
    'key missing': ['author: A. Reader\n', ''],
    'unknown key': ['author:', 'colour: red\nauthor:'],
    'misspelt key': ['author:', 'auther:'],
    'key in upper case': ['author:', 'Author:'],
    'key named like a part of every object': ['author:', '__proto__: x\nauthor:'],
    'number for text': ['author: A. Reader', 'author: 1666'],
    'list for text': ['author: A. Reader', 'author: [A. Reader, B. Reader]'],
    'list not closed': ['author: A. Reader', 'author: [A. Reader'],
    'keys for text': ['author: A. Reader', 'author: { name: A. Reader }'],
    'value in itself': ['author: A. Reader', 'author: &author [*author]'],
    'day that does not exist': ['2026-09-02', '2026-02-30'],
    'date in words': ['2026-09-02', '2 September 2026'],
    'misspelt work': ['pudding-lane', 'puding-lane'],
    'work by its title': ['work: pudding-lane', 'work: Pudding Lane'],
    'address of another kind': ['author:', 'original: { title: Fire, url: ftp://smoke.example }\nauthor:'],
    'misspelt key inside another': ['author:', 'original:\n  title: Fire\n  uri: https://smoke.example\nauthor:'],
  }),
  ...group('file', {
    'nothing in it': [/^[\s\S]*$/, ''],
    'front matter alone': [soundReview.slice(frontMatter.length), ''],
    'nested too deeply': [/$/, `\n${'> '.repeat(3_000)}deep\n`],
  }),
];

type Change = readonly [from: string | RegExp, to: string | ((found: string) => string), count?: number];

function group(kind: string, changes: Readonly<Record<string, Change>>): BrokenInput[] {
  return Object.entries(changes).map(([name, [from, to, count = 1]]) => {
    const text = typeof to === 'string' ? soundReview.replace(from, to) : soundReview.replace(from, to);
    if (text === soundReview) throw new Error(`${kind}: ${name} changes nothing`);
    return { name: `${kind}: ${name}`, text, count };
  });
}
