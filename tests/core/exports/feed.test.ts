import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { exported, filesOf, sites } from '../../harness/exported.ts';
import { check, frontMatter, routes } from '../../harness/fixture-content.ts';

const tiny = exported(sites.tiny);
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

describe.each(['feed', 'corrections'])('the feed %s', (name) => {
  const atom = parseAtomFeed(tiny.text(`${name}.xml`));
  const json = parseJsonFeed(tiny.text(`${name}.json`));

  it('has what RFC 4287 asks of a feed and of each entry', () => {
    expect(atom).toMatchObject({
      id: `https://smoke.example/below/a/path/${name}.xml`,
      title: { value: expect.stringContaining('The Tiny Record') },
      updated: expect.stringMatching(moment),
    });
    expect(atom.links?.find(({ rel }) => rel === 'self')?.href).toBe(atom.id);
    expect(atom.entries?.length).toBeGreaterThan(0);
    for (const entry of atom.entries ?? []) {
      expect(entry).toMatchObject({ title: { value: /./ }, updated: expect.stringMatching(moment), content: {} });
      expect(entry.links).toMatchObject([{ rel: 'alternate', href: expect.stringContaining('/below/a/path/') }]);
      expect(URL.canParse(entry.id ?? ''), entry.id).toBe(true);
    }
    expect(new Set(atom.entries?.map(({ id }) => id)).size).toBe(atom.entries?.length);
    expect(atom.entries?.map(({ updated }) => updated)).toEqual(
      atom.entries
        ?.map(({ updated }) => updated)
        .toSorted()
        .reverse(),
    );
    expect(atom.updated).toBe(atom.entries?.[0]?.updated);
  });

  it('says the same as JSON Feed 1.1', () => {
    expect(JSON.parse(tiny.text(`${name}.json`)).version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.feed_url).toBe(`https://smoke.example/below/a/path/${name}.json`);
    expect(json.items?.map(({ id, title, content_text }) => [id, title, content_text])).toEqual(
      atom.entries?.map(({ id, title, content }) => [id, title?.value, content?.value]),
    );
  });
});

it('a claim that was corrected comes up again, first, under the same id', () => {
  const [first] = parseAtomFeed(tiny.text('feed.xml')).entries ?? [];
  expect(first).toMatchObject({
    id: 'https://smoke.example/below/a/path/claims/hundred-steps/',
    published: '2026-11-20T00:00:00.000Z',
    updated: '2026-11-22T00:00:00.000Z',
  });
});

it('two corrections of one claim on one day are told apart, and text that XML would read is text', () => {
  const correction = (why: string) => `:::correction{on=oven date=2026-10-01}\n${why}\n:::\n\n`;
  const { library } = check({
    'smoke.md': `${frontMatter}It was :claim[an oven]{#oven}.

:::claim{#oven by=work verdict=false confidence=high}
The fire began in an oven & spread if 1 < 2.
:::

:::fact{#bakery qualifies=oven}
It began in a bakery.
:::

${correction('First.')}${correction('Second, with ]]> and \\<script>.')}`,
  });
  const { text } = filesOf(library, routes);
  const { entries = [] } = parseAtomFeed(text('corrections.xml'));
  expect(entries.map(({ id }) => id)).toEqual([
    'tag:smoke.example,2026-10-01:/smoke/claims/oven/',
    'tag:smoke.example,2026-10-01:/smoke/claims/oven/#2',
  ]);
  expect(entries[1]?.content?.value).toBe('Second, with ]]> and <script>.');
  expect(parseAtomFeed(text('feed.xml')).entries?.[0]?.title?.value).toBe(
    'False: The fire began in an oven & spread if 1 < 2.',
  );
});

it('a site without anything to tell has feeds all the same', () => {
  const { library } = check({});
  const { text } = filesOf(library, routes);
  expect(parseAtomFeed(text('feed.xml'))).toMatchObject({ updated: '1970-01-01T00:00:00.000Z' });
  expect(JSON.parse(text('corrections.json')).items).toEqual([]);
});
