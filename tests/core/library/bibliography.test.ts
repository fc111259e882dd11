import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseBibliography } from '../../../src/core/library/bibliography.ts';
import { type Message, reportTo } from '../../../src/core/messages/message.ts';
import { messageAsText } from '../../../src/core/messages/report-text.ts';
import { createRoutes } from '../../../src/core/model/routes.ts';

const routes = createRoutes('https://record.example', '/');

function read(bibtex: string) {
  const messages: Message[] = [];
  const { sources } = parseBibliography('sources.bib', bibtex, {
    language: 'en',
    routes,
    linkChecks: new Map(),
    report: reportTo(messages),
  });
  return { sources, keys: [...sources.keys()], messages: messages.map(messageAsText) };
}

/** The only source of a file without problems. */
function source(bibtex: string) {
  const { sources, messages } = read(bibtex);
  expect(messages).toEqual([]);
  const [only] = sources.values();
  if (!only || sources.size > 1) throw new Error(`${sources.size} sources`);
  return only;
}

describe('a source', () => {
  it('has what its entry says', () => {
    const bibtex = `@book{deutscher-armed,
  author = {Deutscher, Isaac},
  title = {The {Prophet} Armed: Trotsky, 1879--1921},
  location = {London},
  publisher = {Oxford University Press},
  date = {1954},
  url = {https://archive.org/details/x_y},
  keywords = {unread, memoir},
  annotation = {Partisan; seen in a \\emph{copy}.},
}`;
    const { csl, ...rest } = source(`Books.\n\n${bibtex}\n`);
    expect(rest).toEqual({
      key: 'deutscher-armed',
      kind: 'memoir',
      title: 'The Prophet Armed: Trotsky, 1879–1921',
      label: 'Deutscher 1954',
      entry:
        'Deutscher, Isaac. 1954. <i>The Prophet Armed: Trotsky, 1879–1921</i>. London: Oxford University Press. https://archive.org/details/x_y.',
      entryText:
        'Deutscher, Isaac. 1954. The Prophet Armed: Trotsky, 1879–1921. London: Oxford University Press. https://archive.org/details/x_y.',
      annotation: 'Partisan; seen in a copy.',
      url: 'https://archive.org/details/x_y',
      bibtex,
      line: 3,
    });
    expect(csl).toMatchObject({
      id: 'deutscher-armed',
      type: 'book',
      author: [{ family: 'Deutscher', given: 'Isaac' }],
    });
  });

  it.each([
    ['@book{a, title={T}}', 'scholarship'],
    ['@thesis{a, title={T}, type={phdthesis}}', 'scholarship'],
    ['@article{a, title={T}, journaltitle={J}}', 'scholarship'],
    ['@article{a, title={T}, journaltitle={J}, entrysubtype={newspaper}}', 'press'],
    ['@inreference{a, title={T}, booktitle={B}}', 'reference'],
    ['@unpublished{a, title={T}}', 'primary'],
    ['@online{a, title={T}}', 'web'],
    ['@online{a, title={T}, keywords={Primary}}', 'primary'],
    ['@book{a, title={T}, keywords={trotsky; criticism, web}}', 'criticism'],
    ['@book{a, title={T}, keywords={constructor}}', 'scholarship'],
  ])('%s is of the kind %s', (bibtex, kind) => {
    expect(source(bibtex).kind).toBe(kind);
  });

  it.each([
    ["{\\'E}lie Hal{\\'e}vy", 'Halévy', 'Élie'],
    ["Hal{\\'e}vy, {\\'E}lie", 'Halévy', 'Élie'],
    ['{\\v C}apek, Karel', 'Čapek', 'Karel'],
    ['\\"Ozg\\"ur, A.', 'Özgür', 'A.'],
    ['Miéville, China', 'Miéville', 'China'],
    ['Волкогонов, Дмитрий', 'Волкогонов', 'Дмитрий'],
  ])('by %s is read whatever way the accents are written', (written, family, given) => {
    expect(source(`@book{a, title={T}, author={${written}}}`).csl['author']).toEqual([{ family, given }]);
  });

  it('keeps the particles of a name, and organisations whole', () => {
    const bibtex = "@book{a, title={T}, author={von Kühlmann, Richard and {Council of People's Commissars}}}";
    expect(source(bibtex).csl['author']).toEqual([
      { 'non-dropping-particle': 'von', family: 'Kühlmann', given: 'Richard' },
      { literal: "Council of People's Commissars" },
    ]);
  });

  it.each([
    ['publisher = {Farrar and Rinehart}', 'publisher', 'Farrar and Rinehart'],
    ['publisher = "Far" # { and } # "Wide"', 'publisher', 'Far and Wide'],
    ['location = {New Haven and London}', 'publisher-place', 'New Haven and London'],
    ['year = 1917, month = nov', 'issued', { 'date-parts': [[1917, 11]] }],
    ['date = {1917-10/1918}', 'issued', { 'date-parts': [[1917], [1918]] }],
    ['date = {1917/}', 'issued', { 'date-parts': [[1917]] }],
    ['date = {1903~}', 'issued', { literal: 'c. 1903' }],
    ['date = {190X}', 'issued', { literal: '1900s' }],
    ['note = {R\\&D, 5\\%}', 'note', 'R&D, 5%'],
    ['doi = {https://doi.org/10.1080/09546540802085511}', 'DOI', '10.1080/09546540802085511'],
  ])('with %s keeps all of it', (field, variable, value) => {
    expect(source(`@book{a, title={T}, ${field}}`).csl[variable]).toEqual(value);
  });

  it('has the address of its DOI when it has no other', () => {
    expect(source('@article{a, title={T}, journaltitle={J}, doi={10.1/x}}').url).toBe('https://doi.org/10.1/x');
  });

  it('knows the names its file defines', () => {
    expect(
      source('@string{oup = {Oxford UP}}\n@string{p = oup # { Press}}\n@book{a, title={T}, publisher=p}').csl[
        'publisher'
      ],
    ).toBe('Oxford UP Press');
  });

  it('takes what it lacks from the entry it is part of', () => {
    const { sources, messages } = read(`@collection{whole, title={Essays}, editor={Smith, John}, date={1950}}
@incollection{part, title={One}, author={Alder, Ann}, crossref={whole}}`);
    expect(messages).toEqual([]);
    expect(sources.get('part')?.entryText).toBe('Alder, Ann. 1950. ‘One’. In Essays, edited by John Smith.');
  });
});

describe('a file', () => {
  it.each([
    ['with nothing in it', '', []],
    ['with remarks', 'My books (`note` says where).\n  % c = {d}\n@book{a, title={A}}\nMail me@example.org.', ['a']],
    [
      'with blocks that are no sources',
      '@comment{jabref: {x}}\n@preamble{"\\newcommand"}\n@misc(b, title = "B")',
      ['b'],
    ],
    ['with entries taken out', '%@book{a, title={A}}\n@book{b, title={B}}', ['b']],
    ['with a byte order mark and Windows line ends', '\uFEFF@book{a,\r\n  title = {A},\r\n}\r\n', ['a']],
    [
      'with keys of every kind',
      '@book{a:b/c.d+e, title={A}}\n@book{Кл-1, title={B}}\n@book{1tv, title={C}}',
      ['a:b/c.d+e', 'Кл-1', '1tv'],
    ],
    ['with an @ in a value', '@book{a, title={A}, note={\n  @someone said {so}}\n}', ['a']],
    [
      'with the names of things that every object has',
      '@book{__proto__, title={A}}\n@book{constructor, title={B}, constructor={x}, __proto__={y}}\n@constructor{toString, title={C}}',
      ['__proto__', 'constructor', 'toString'],
    ],
  ])('%s is read', (_, bibtex, keys) => {
    expect(read(bibtex)).toMatchObject({ keys, messages: [] });
  });
});

describe('a mistake', () => {
  const good = '\n\n@book{good, title = {Good}}\n';

  it.each([
    [
      'a brace forgotten in a value',
      '@book{a,\n  author = {Deutscher, Isaac},\n  title = {The {Prophet} Armed,\n  date = {1954},\n}',
      'sources.bib:4:3 error Unexpected `date` inside the value of `title`, expected `}` before it (see sources.bib:3:3) [bad-bibliography]',
    ],
    [
      'a brace forgotten at the end',
      '@book{a,\n  title = {The Prophet Armed},\n  date = {1954}',
      'sources.bib:1:1 error Unexpected entry without its end, expected `}` before the next entry [bad-bibliography]',
    ],
    [
      'a brace too many',
      '@book{a,\n  title = {The Prophet Armed}},\n  date = {1954}\n}',
      'sources.bib:3:3 error Unexpected `date = {1954}` outside of any entry, expected an entry round it (has the one above a `}` too many?), or `%` before a remark [bad-bibliography]',
    ],
    [
      'a comma forgotten between fields',
      '@book{a,\n  title = {The Prophet Armed}\n  date = {1954}\n}',
      'sources.bib:3:3 error Unexpected `date`, expected `,` or `}` after `title` [bad-bibliography]',
    ],
    [
      'a comma forgotten after the key',
      '@book{a\n  title = {The Prophet Armed}\n}',
      'sources.bib:2:3 error Unexpected `title`, expected `,` or `}` after `a` [bad-bibliography]',
    ],
    [
      'no equals sign',
      '@book{a,\n  title {The Prophet Armed}\n}',
      'sources.bib:2:9 error Unexpected `{The`, expected `=` after `title` [bad-bibliography]',
    ],
    [
      'no value',
      '@book{a,\n  title = ,\n}',
      'sources.bib:2:11 error Unexpected `,`, expected a value for `title`: `{…}`, `"…"` or a number [bad-bibliography]',
    ],
    [
      'a word without braces',
      '@string{oup = {Oxford University Press}}\n@book{a, title = {A}, publisher = ouq}',
      'sources.bib:2:35 error Unexpected `ouq` without braces, expected `oup` (the nearest), or `{ouq}` [bad-bibliography]',
    ],
    [
      'quotation marks inside quotation marks',
      '@book{a,\n  title = "The "secret" speech"\n}',
      'sources.bib:2:17 error Unexpected `secret"`, expected `,` or `}` after `title` [bad-bibliography]',
    ],
    [
      'no title',
      '@book{\n  a,\n  date = {1954}\n}',
      'sources.bib:2:3 error Unexpected `a` without a title, expected `title = {…}` (a description in square brackets if it has none) [bad-bibliography]',
    ],
    [
      'LaTeX that has no end',
      '@book{a,\n  title = {What $5 bought},\n}',
      'sources.bib:2:3 error Unexpected value of `title`, expected LaTeX that can be read (`\\$` is the sign itself) [bad-bibliography]',
    ],
    [
      'a date that is none',
      '@book{a,\n  title = {A},\n  date = {../1954},\n}',
      'sources.bib:3:3 error Unexpected value of `date`, expected a date such as `1917-11-07` or `1917/1918` [bad-bibliography]',
    ],
    [
      'a field twice',
      '@book{a,\n  title = {A},\n  Title = {B},\n}',
      'sources.bib:3:3 error Unexpected second `title`, expected each field once (see sources.bib:2:3) [bad-bibliography]',
    ],
    [
      'a key twice',
      '@book{a, title = {A}}\n@book{a, title = {B}}',
      'sources.bib:2:7 error Unexpected second entry with the key `a`, expected each key once (see sources.bib:1:7) [duplicate-source]',
    ],
    [
      'a whole that is not there',
      '@incollection{a, title = {A}, crossref = {god}}',
      'sources.bib:1:31 error Unexpected `crossref` to `god`, expected `good` (the nearest), or the key of an entry in this file [bad-bibliography]',
    ],
  ])('%s is pointed at, and harms no other entry', (_, bad, message) => {
    const { keys, messages } = read(bad + good);
    expect(messages).toEqual([message]);
    expect(keys).toEqual(['a', 'good']);
  });

  it.each([
    [
      '@book{, title={A}}',
      'sources.bib:1:7 error Unexpected `@book` without a key, expected a key and a comma first: `@book{key,` [bad-bibliography]',
    ],
    [
      '@book{title={A}}',
      'sources.bib:1:7 error Unexpected `@book` without a key, expected a key and a comma first: `@book{key,` [bad-bibliography]',
    ],
    [
      '@book',
      'sources.bib:1:1 error Unexpected `@book` outside of any entry, expected an entry on lines of its own: `@type{key,` [bad-bibliography]',
    ],
  ])('%s is no entry', (bad, message) => {
    expect(read(bad + good)).toMatchObject({ keys: ['good'], messages: [message] });
  });

  it('takes with it only what it stands in', () => {
    const { sources } = read('@book{a, title={A}, date={1954}, author=}\n@book{b, title={B}, date={../1955}}');
    expect([...sources.values()].map(({ entryText }) => entryText)).toEqual(['A. 1954.', 'B. n.d.']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example', '//x.example', 'x.example', 'http://'])(
    'the address %s is no link',
    (address) => {
      const { sources, messages } = read(`@online{a,\n  title={A},\n  url={${address}}\n}`);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatch(
        /^sources\.bib:3:3 \w+ Unexpected address `.*`, expected one that begins .*unsafe-link]$/,
      );
      expect(sources.get('a')).toMatchObject({ url: undefined, entryText: '‘A’. n.d.' });
    },
  );
});

test.each(['valueOf', 'constructor', '__proto__', 'hasOwnProperty'])('a source may be called %s', (name) => {
  const { sources } = read(`@article{a, date = {${name}}, title = {,}}\n@book{b, author = {{${name}}}, title = {T}}`);
  expect([...sources.values()].map(({ label }) => label)).toEqual(
    expect.arrayContaining([expect.stringContaining(name)]),
  );
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '@book{',
    'a,',
    '{',
    '}',
    '"',
    ',',
    '=',
    'title',
    ' = {T}',
    '\n',
    '%',
    '#',
    '\\',
    '$',
    'é',
    '@',
    '(',
    'and',
    '/',
  );

  it('is read to its end', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const { sources } = read(parts.join(''));
        for (const { label, entry } of sources.values()) expect(typeof (label + entry)).toBe('string');
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('is read in any field', () => {
    const field = fc.constantFrom(
      'title',
      'author',
      'date',
      'year',
      'url',
      'pages',
      'volume',
      'langid',
      'type',
      'edition',
      'keywords',
      'urldate',
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.dictionary(field, value), (fields) => {
        const written = Object.entries(fields).map(([name, text]) => `${name} = {${text.replace(/[{}\\]/g, '')}}`);
        const { sources } = read(`@article{a, ${written.join(', ')}}`);
        for (const { label, entry } of sources.values()) expect(typeof (label + entry)).toBe('string');
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('takes time in proportion to its length', () => {
    const entry = (index: number) => `@book{key-${index}, title={Title}, author={Name, Given}, date={1954}}\n`;
    const many = Array.from({ length: 3000 }, (_, index) => entry(index)).join('');
    const started = process.cpuUsage();
    expect(read(many).keys).toHaveLength(3000);
    read('@book{a, title={'.repeat(3000));
    read('@book{a, title={\n'.repeat(3000));
    read(`@book{a, title=${'{'.repeat(50_000)}`);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
  }, 60_000);
});
