import { stringify } from 'yaml';

/** Payloads in groups: each is the text of a claim and of its fact; fields that have to hold many hold a group. */
export interface HostileTexts {
  readonly groups: readonly (readonly string[])[];
  readonly many: (group: number) => string;
}

export function asYaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}

export function person(texts: HostileTexts, group: number): object {
  const text = texts.many(group);
  return { name: text, native: { text, lang: text }, aliases: [text, '"><b>'], line: text, born: 1880, wikidata: 'Q1' };
}

export function work(texts: HostileTexts, group: number): object {
  const text = texts.many(group);
  const named = { role: text, name: text, person: `person-${group}` };
  return {
    type: 'TVSeries',
    title: text,
    native: { text, lang: text },
    line: text,
    published: 2020,
    publisher: text,
    country: text,
    language: text,
    credits: [named, { role: 'director', name: text }],
    cast: [named],
    identifiers: { imdb: text, [text]: text },
    sources: [`source-${group}`],
    notes: text,
    episodes: [{ number: 1, title: text }],
  };
}

/** Two works each answer one. */
export function question(texts: HostileTexts, group: number): [string, object][] {
  const text = texts.many(group);
  return group % 2 ? [] : [[`question-${group}`, { title: text, line: text, claim: `claim-${group}-0` }]];
}

export function source(texts: HostileTexts, group: number): string {
  const fields = ['title', 'subtitle', 'publisher', 'journaltitle', 'location', 'note', 'annotation'];
  const further = ['volume', 'number', 'pages', 'series', 'doi', 'howpublished', 'isbn', 'keywords', 'shorttitle'];
  const lines = [...fields, ...further].map((name) => `  ${name} = {${asLatex(texts.many(group))}},\n`);
  const names = ['author', 'editor'].map(
    (name) => `  ${name} = {{${asLatex(texts.many(group))}} and <b>, "onload="},\n`,
  );
  return `@article{source-${group},\n${[...names, ...lines].join('')}  date = {1920},\n  url = {https://a.example/"><b>},\n}\n`;
}

function asLatex(text: string): string {
  return text.replace(/[\\{}$%&#_^~]/g, (sign) => `\\${sign}`).replaceAll('\u0000', '');
}

export function review(texts: HostileTexts, group: number, verb: string): string {
  const text = texts.many(group);
  const own = texts.groups[group] ?? [];
  const meta = {
    title: text,
    description: text,
    work: `work-${group}`,
    author: text,
    published: '2026-01-01',
    language: group === 0 ? 'ru' : 'en',
    original: { title: text, author: text, publisher: text, note: text, url: 'https://a.example/"><b>' },
  };
  const parts = own.map(inProse).map((payload, index) => {
    const id = `${group}-${index}`;
    const passage = swallowing.test(payload) ? 'swallowed' : inPassage(payload);
    const isRenamed = verb === 'says' && index === 1;
    const claim = isRenamed ? `renamed-${group}` : `claim-${id}`;
    return `Here :claim[it is ${passage}]{#${claim}} and :fact[there ${passage}]{#fact-${id}}.

:::claim{#${claim} ${isRenamed ? `was=claim-${id}` : ''} by=${index % 2 ? 'work' : `person-${group}`} verdict=${index % 2 ? 'false' : 'accurate'} confidence=high episode=1 when=1917 about=person-${group} topics=topic blames=person-${group} ${index ? '' : `same=claim-${group % 2 ? group - 1 : group + 1}-0`}}
It ${verb} ${payload.replace(/\[\^.*/s, '')}

${prose([payload])}
:::

:::fact{#fact-${id} refutes=${claim} when=1917 about=person-${group}}
The record says ${payload.replaceAll('```', '``')}

So it is [see ${inCitation(payload)} @source-${group}, p. 3 and ${inCitation(payload)}; @source-0, ${inCitation(payload)}].

${prose([payload])}
:::

:::correction{on=${claim} date=2026-01-02}
It was ${payload}
:::
`;
  });
  const withdrawn = `:::withdrawn{#gone-${group} date=2026-01-03}\n${prose(own)}\n:::\n`;
  return `---\n${asYaml(meta)}---\n\n${parts.join('\n')}\n${withdrawn}\n${prose(own)}`;
}

/** Each in a line of text, and as a block of its own that ends with the quotation it stands in. */
export function prose(texts: readonly string[]): string {
  const quoted = (text: string) => text.replace(/\r\n?|\n/g, '\n> ') + (/<!--(?!.*-->)/s.test(text) ? '-->' : '');
  const inOrder = texts.map(inProse).toSorted((a, b) => Number(swallowing.test(a)) - Number(swallowing.test(b)));
  return inOrder.map((text) => `Here ${text}\n\n> ${quoted(text)}\n`).join('\n');
}

/** HTML behind which nothing is shown: a mark there is an error. */
export const swallowing = /<(?:plaintext|select|textarea|noembed|xmp|style)/;

/** Without what would end the passage. */
function inPassage(text: string): string {
  return text.replace(/[[\]]/g, '\\$&').replace(/\s*[\n\r]\s*/g, ' ');
}

/** As it is, not as Markdown; semicolons and braces have a meaning of their own, and what cannot be seen is refused. */
function inCitation(text: string): string {
  return text
    .replace(/[;{}\p{C}]/gu, '')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/\s*[\n\r]\s*/g, ' ');
}

/**
 * A picture that is not there, or has no description, is an error: in prose a payload has one of both. So is a comment that
 * its paragraph does not close: it is text.
 */
export function inProse(payload: string): string {
  return payload
    .replace(/<(img[\s/]+)src(?:=(["'`]?)x(?::x)?\2)?(?=[\s/>"'\p{Cc}])/giu, '<$1alt=x src=../images/x.png ')
    .replace(/<img (?=src(?:set)?=)/g, '<img alt=x ')
    .replace(/(!\[[^\]]*\]\()x/g, '$1../images/x.png')
    .replace(/(?<!\\)<!--(?!-?>|(?:(?!\n\s*\n)[\s\S])*-->)/g, '\\<!--');
}
