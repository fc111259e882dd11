import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { parseBibliography } from '../../../src/core/library/bibliography.ts';
import type { CitationItem } from '../../../src/core/model/annotation.ts';
import { createRoutes } from '../../../src/core/model/routes.ts';

const routes = createRoutes('https://record.example', '/');

function bibliography(bibtex: string, language = 'en') {
  return parseBibliography('sources.bib', bibtex, {
    language,
    linkChecks: new Map(),
    routes,
    report: (rule, place, words) => {
      throw new Error(`${rule} ${JSON.stringify({ place, words })}`);
    },
  });
}

const site = bibliography(`
@book{deutscher-armed, author={Deutscher, Isaac}, title={The Prophet Armed}, date={1954}}
@book{zeman, author={Zeman, Z. A. B. and Scharlau, W. B.}, title={The Merchant of Revolution}, date={1965}}
@book{four, author={Alder, A. and Birch, B. and Cedar, C. and Dogwood, D.}, title={Trees}, date={2001}}
@book{works, author={Lenin, V. I.}, title={Works}, volume={45}, date={1976}}
@misc{testament, author={Lenin, V. I.}, title={Letter to the Congress}}
@article{times, title={Trotsky Struck Down}, journaltitle={Mail \\& Times}, entrysubtype={newspaper}, date={1940-08-21}}
@book{a/b, author={Čapek, Karel}, title={T}, date={1920}}
`);

function cite(items: CitationItem[]): string {
  return toHtml(
    { type: 'root', children: [...site.cite(items)] },
    { characterReferences: { useNamedReferences: false } },
  );
}

/** The text a reader sees. */
function read(items: CitationItem[]): string {
  return cite(items)
    .replace(/<[^<>]*>/g, '')
    .replace(/&#x26;/g, '&');
}

describe('a citation', () => {
  it('links each source to its page', () => {
    expect(
      cite([
        { key: 'deutscher-armed', locator: '220', label: 'page' },
        { key: 'times', prefix: 'see ' },
      ]),
    ).toBe(
      '<span class="citation">(<a href="/sources/deutscher-armed/">Deutscher 1954</a>, 220; see <a href="/sources/times/"><i>Mail &#x26; Times</i> 1940</a>)</span>',
    );
    expect(cite([{ key: 'a/b' }])).toContain('<a href="/sources/a%2Fb/">Čapek 1920</a>');
  });

  it.each<[CitationItem[], string]>([
    [[{ key: 'deutscher-armed' }], '(Deutscher 1954)'],
    [[{ key: 'zeman' }], '(Zeman and Scharlau 1965)'],
    [[{ key: 'four' }], '(Alder et al. 2001)'],
    [[{ key: 'testament' }], '(Lenin, n.d.)'],
    [[{ key: 'deutscher-armed', locator: '220' }], '(Deutscher 1954, 220)'],
    [[{ key: 'deutscher-armed', locator: '33-35' }], '(Deutscher 1954, 33–35)'],
    [[{ key: 'deutscher-armed', locator: '321–328' }], '(Deutscher 1954, 321–28)'],
    [[{ key: 'deutscher-armed', locator: '33, 35-37' }], '(Deutscher 1954, 33, 35–37)'],
    [[{ key: 'deutscher-armed', locator: 'iv-x' }], '(Deutscher 1954, iv–x)'],
    [[{ key: 'deutscher-armed', locator: '3', label: 'chapter' }], '(Deutscher 1954, chap. 3)'],
    [[{ key: 'deutscher-armed', locator: '3-4', label: 'chapter' }], '(Deutscher 1954, chaps 3–4)'],
    [[{ key: 'deutscher-armed', locator: '5', label: 'note' }], '(Deutscher 1954, n. 5)'],
    [[{ key: 'deutscher-armed', locator: '58', label: 'article' }], '(Deutscher 1954, art. 58)'],
    [[{ key: 'deutscher-armed', locator: 'Parvus', label: 'sub-verbo' }], '(Deutscher 1954, s.v. Parvus)'],
    [[{ key: 'works', locator: '172' }], '(Lenin 1976, 45:172)'],
    [[{ key: 'works', locator: '3', label: 'chapter' }], '(Lenin 1976, vol. 45, chap. 3)'],
    [[{ key: 'testament', locator: '2' }], '(Lenin, n.d., 2)'],
    [[{ key: 'zeman', prefix: 'see', suffix: 'for the letter' }], '(see Zeman and Scharlau 1965 for the letter)'],
    [[{ key: 'zeman', locator: '9', suffix: ', and passim' }], '(Zeman and Scharlau 1965, 9, and passim)'],
    [
      [{ key: 'zeman', prefix: 'cf. ', suffix: ' here' }, { key: 'works' }],
      '(cf. Zeman and Scharlau 1965 here; Lenin 1976)',
    ],
    [[{ key: 'unknown' }, { key: 'zeman' }], '(Zeman and Scharlau 1965)'],
    [[{ key: 'unknown' }], ''],
    [[], ''],
  ])('%j reads %s', (items, text) => {
    expect(read(items)).toBe(text);
  });

  it('carries no markup of its author', () => {
    const html = cite([{ key: 'zeman', prefix: '<b>"', locator: '<i>x</i>&', suffix: '<script>' }]);
    expect(html.replace(/<\/?(?:span|a|i)\b[^<>]*>/g, '')).not.toMatch(/</);
    expect(html).not.toContain('<script');
  });

  it('of a number or a range reads as the processor writes it', () => {
    const places = fc.tuple(
      fc.constantFrom('deutscher-armed', 'works', 'testament', 'times'),
      fc.constantFrom('page', 'chapter', 'line', 'article', 'volume'),
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 2000 }),
    );
    fc.assert(
      fc.property(places, ([key, label, first, last]) => {
        // Lists and letters go to the processor as they are.
        const list = read([{ key, label, locator: `${first}-${last}, 9999` }]);
        expect(read([{ key, label, locator: `${first}-${last}` }])).toBe(list.replace(', 9999)', ')'));
        const lettered = read([{ key, label, locator: `${first}x` }]);
        expect(read([{ key, label, locator: `${first}` }])).toBe(lettered.replace('x)', ')'));
      }),
    );
  });
});

describe('a label', () => {
  function labels(bibtex: string): string[] {
    return [...bibliography(bibtex).sources.values()].map(({ label }) => label);
  }

  it.each([
    ['author', '@book{a, author={von Kühlmann, Richard}, title={T}, date={1948}}', 'von Kühlmann 1948'],
    ['director', '@movie{a, editor={Lamp, Ada}, editortype={director}, title={T}, date={1928}}', 'Lamp 1928'],
    ['editor', '@collection{a, editor={Meijer, Jan M.}, title={T}, date={1964}}', 'Meijer 1964'],
    [
      'organisation',
      "@report{a, author={{Council of People's Commissars}}, title={T}, date={1918}}",
      'Council of People’s Commissars 1918',
    ],
    [
      'newspaper',
      '@article{a, title={T}, journaltitle={Pravda}, entrysubtype={newspaper}, date={1918}}',
      'Pravda 1918',
    ],
    ['site', '@online{a, title={T}, organization={BBC}, date={2017-11-06}}', 'BBC 2017'],
    [
      'short title',
      '@book{a, title={The History of a Very Long Title}, shorttitle={History}, date={1918}}',
      'History 1918',
    ],
    ['title in quotation marks', '@inreference{a, title={Parvus}, booktitle={Encyclopaedia}}', '‘Parvus’, n.d.'],
    ['description', '@misc{a, title={[Letter to a friend]}, date={1918}}', '[Letter to a friend] 1918'],
    ['name in its own letters', '@book{a, author={Волкогонов, Дмитрий}, title={T}, date={1992}}', 'Волкогонов 1992'],
    [
      'year of the first edition',
      '@book{a, author={Trotsky, Leon}, title={T}, date={1925}, origdate={1924}}',
      'Trotsky [1924] 1925',
    ],
    ['range of years', '@book{a, author={Trotsky, Leon}, title={T}, date={1932/1933}}', 'Trotsky 1932–1933'],
    ['date as it was written', '@book{a, author={Trotsky, Leon}, title={T}, year={c. 1921}}', 'Trotsky c. 1921'],
  ])('names the %s', (_, bibtex, label) => {
    expect(labels(bibtex)).toEqual([label]);
  });

  it.each([
    '@misc{a, title={Everything that was said on the night of the seventh of November}}',
    '@misc{a, title={[Everything that was said on the night of the seventh of November]}, date={1917}}',
    '@misc{a, author={{Commission of Inquiry into the Charges Made against Leon Trotsky in the Moscow Trials}}, title={T}, date={1937}}',
    `@misc{a, title={${'x'.repeat(200)}}, date={1917}}`,
  ])('is never long: %s', (bibtex) => {
    expect(labels(bibtex)[0]?.length).toBeLessThanOrEqual(46);
    expect(labels(bibtex)[0]).toMatch(/….*$/);
  });

  it('is one of a kind, told apart in the order of the file', () => {
    expect(
      labels(`
@article{a, author={Trotsky, Leon}, title={What Next?}, journaltitle={Bulletin}, date={1932-01}}
@book{other, author={Deutscher, Isaac}, title={Stalin}, date={1932}}
@article{b, author={Trotsky, Leon}, title={The Only Road}, journaltitle={Bulletin}, date={1932-09}}
@book{c, author={Trotsky, Leon}, title={A}}
@book{d, author={Trotsky, Leon}, title={B}}
@book{e, author={King, David}, title={E}, date={1997}}
@book{f, author={King, Greg and Wilson, Penny}, title={F}, date={2003}}
@book{g, author={Stalin, J. V.}, title={G}, date={1953}, origdate={1918}}
@book{h, author={Stalin, J. V.}, title={H}, date={1953}, origdate={1918}}
@online{i, title={I}, organization={BBC}, date={2017}}
@online{j, title={J}, organization={BBC}, date={2017}}
`),
    ).toEqual([
      'Trotsky 1932a',
      'Deutscher 1932',
      'Trotsky 1932b',
      'Trotsky, n.d.-a',
      'Trotsky, n.d.-b',
      'D. King 1997',
      'G. King and Wilson 2003',
      'Stalin [1918] 1953a',
      'Stalin [1918] 1953b',
      'BBC 2017a',
      'BBC 2017b',
    ]);
  });

  it('is the same whatever is asked for first', () => {
    const name = fc.constantFrom('Alder, Ann', 'Alder, Bob', 'Birch, Ann', '{Alder}', 'von Alder, Ann');
    const entry = fc.record({
      author: fc.array(name, { maxLength: 5 }).map((names) => names.join(' and ')),
      date: fc.constantFrom('1917', '1918', ''),
      title: fc.constantFrom('One', 'Two'),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
        const bibtex = entries
          .map(
            ({ author, date, title }, index) =>
              `@book{k${index}, author={${author}}, date={${date}}, title={${title}}}`,
          )
          .join('\n');
        const inOrder = labels(bibtex);
        const { sources } = bibliography(bibtex);
        const backwards = [...sources.values()].reverse().map(({ label }) => label);
        expect(backwards.reverse()).toEqual(inOrder);
        expect(new Set(inOrder).size).toBe(inOrder.length);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe('an entry', () => {
  function entry(bibtex: string, language?: string): string {
    const [only] = bibliography(bibtex, language).sources.values();
    return only?.entry ?? '';
  }

  it.each([
    [
      '@book{a, author={Serge, Victor and Sedova Trotsky, Natalia}, translator={Pomerans, Arnold J.}, title={The Life and Death of Leon Trotsky}, location={Chicago}, publisher={Haymarket}, date={2015}}',
      'Serge, Victor, and Natalia Sedova Trotsky. 2015. <i>The Life and Death of Leon Trotsky</i>. Translated by Arnold J. Pomerans. Chicago: Haymarket.',
    ],
    [
      '@article{a, author={Hass, Ludwik}, title={Breaking With the Old Version}, journaltitle={Revolutionary History}, volume={6}, number={1}, date={1995}, pages={142--151}}',
      'Hass, Ludwik. 1995. ‘Breaking With the Old Version’. <i>Revolutionary History</i> 6 (1): 142–51.',
    ],
    [
      '@article{a, title={Killer of "Trotsky" Identified}, journaltitle={The Times}, entrysubtype={newspaper}, date={1940-08-21}}',
      '<i>The Times</i>. 1940. ‘Killer of “Trotsky” Identified’, 21 August 1940.',
    ],
    [
      '@movie{a, editor={Lamp, Ada}, editortype={director}, title={A Light}, date={1928}}',
      'Lamp, Ada, dir. 1928. <i>A Light</i>.',
    ],
    [
      '@article{a, title={The Week}, journaltitle={The Times}, entrysubtype={magazine}, date={2010}}',
      '<i>The Times</i>. 2010. ‘The Week’.',
    ],
    [
      '@incollection{a, author={Lenin, V. I.}, editor={Smith, J.}, title={Note to Molotov}, booktitle={Works}, volume={45}, pages={172}, date={1976}, origdate={1921}}',
      'Lenin, V. I. (1921) 1976. ‘Note to Molotov’. In <i>Works</i>, edited by J. Smith, 45:172.',
    ],
    [
      '@online{a, title={[Review of the series]}, organization={10muza.ru}, url={https://10muza.ru/a_b?c=d&e}, urldate={2026-11-03}}',
      '10muza.ru. n.d. [Review of the series]. Accessed 3 November 2026. https://10muza.ru/a_b?c=d&#38;e.',
    ],
    [
      '@online{a, title={Page}, titleaddon={BBC News}, author={Smith, J.}, date={2017-11-06}}',
      'Smith, J. 2017. ‘Page’. BBC News. 6 November 2017.',
    ],
    [
      '@thesis{a, author={Thatcher, Ian D.}, title={Leon Trotsky}, type={phdthesis}, institution={University of Glasgow}, date={1993}}',
      'Thatcher, Ian D. 1993. ‘Leon Trotsky’. PhD thesis, University of Glasgow.',
    ],
    [
      '@unpublished{a, author={Ioffe, Adolf}, title={Letter to Trotsky}, date={1927-11-16}, library={RGASPI, f. 325}}',
      'Ioffe, Adolf. 1927. ‘Letter to Trotsky’. RGASPI, f. 325.',
    ],
    [
      '@movie{a, author={Kott, Alexander}, title={Trotsky}, publisher={Channel One}, date={2017}}',
      'Kott, Alexander. 2017. <i>Trotsky</i>. Channel One.',
    ],
    ['@incollection{a, title={[A chapter]}, publisher={Routledge}}', '[A chapter]. n.d. Routledge.'],
    [
      '@book{a, author={Волкогонов, Дмитрий}, title={Троцкий. политический портрет}, date={1992}}',
      'Волкогонов, Дмитрий. 1992. <i>Троцкий. политический портрет</i>.',
    ],
    [
      '@book{a, author={Smith, J.}, title={On \\emph{Pravda}, H\\textsubscript{2}O and <script>alert(1)</script>}}',
      'Smith, J. n.d. <i>On </i>Pravda<i>, H<sub>2</sub>O and &#60;script&#62;alert(1)&#60;/script&#62;</i>.',
    ],
  ])('of %s', (bibtex, html) => {
    expect(entry(bibtex)).toBe(html);
  });

  it('stands by itself, with its author and the letter of its label', () => {
    const { sources } = bibliography(
      '@book{a, author={Trotsky, Leon}, title={A}, date={1932}}\n@book{b, author={Trotsky, Leon}, title={B}, date={1932}}',
    );
    expect([...sources.values()].map(({ entryText }) => entryText)).toEqual([
      'Trotsky, Leon. 1932a. A.',
      'Trotsky, Leon. 1932b. B.',
    ]);
  });

  it.each([
    ['en', '‘T’. 2017. 6 November 2017.'],
    ['en-US', '“T.” 2017. November 6, 2017.'],
    ['ru', '«T». 2017. 6 нояб. 2017.'],
    ['de', '„T“. 2017. 6. November 2017.'],
    ['fr', '« T ». 2017. 6 novembre 2017.'],
    ['uk', '‘T’. 2017. 6 November 2017.'],
    ['__proto__', '‘T’. 2017. 6 November 2017.'],
  ])('is in the language of the site: %s', (language, text) => {
    expect(entry('@online{a, title={T}, date={2017-11-06}}', language).replace(/\s/g, ' ')).toBe(text);
  });

  it.each([
    [
      '@book{a, author={Образцова, Клара}, title={Альманах}, translator={Иванов, Иван}, edition={2}, volume={3}, date={1911}}',
      'Образцова, Клара. 1911. Альманах. Пер. Иван Иванов. 2-е изд. Т. 3.',
    ],
    [
      '@incollection{a, author={Пример, Ада}, title={Об огнях}, booktitle={Сборник}, editor={Петров, Пётр}, pages={12--15}, date={1904}}',
      'Пример, Ада. 1904. «Об огнях». В Сборник, ред. Пётр Петров, 12–15.',
    ],
    ['@misc{a, author={Пример, Ада}, title={Журнал}}', 'Пример, Ада. б. г. «Журнал».'],
    [
      '@misc{a, author={Пример, Ада}, title={Журнал}, url={https://a.example}, urldate={2026-05-01}, date={1904}}',
      'Пример, Ада. 1904. «Журнал». https://a.example.',
    ],
  ])('needs no English word in Russian: %s', (bibtex, text) => {
    expect(
      entry(bibtex, 'ru')
        .replace(/<[^<>]*>/g, '')
        .replace(/\s/g, ' '),
    ).toBe(text);
  });
});

describe('ten thousand citations', () => {
  it('take a second at most', () => {
    const keys = Array.from({ length: 100 }, (_, index) => `k${index}`);
    const { cite } = bibliography(
      keys.map((key, index) => `@book{${key}, author={N${index}, G.}, title={T}, date={1954}}`).join('\n'),
    );
    cite([{ key: 'k0', locator: '1' }]);
    const started = process.cpuUsage();
    for (let page = 1; page <= 10_000; page += 1) cite([{ key: `k${page % 100}`, locator: String(page) }]);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(1);
  }, 60_000);
});
