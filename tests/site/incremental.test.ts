import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nameOf } from '../../src/cli/site-record.ts';
import { bytesOf } from './bytes-of.ts';
import { agedContent, type Outcome, projectDir, runCommand, russianContent } from './run-command.ts';

/** What the last build made, and nothing has touched since, is not made again; what comes out is what a clean build gives. */

const scratch = mkdtempSync(join(tmpdir(), 'incremental-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Build {
  readonly content: string;
  readonly dist: string;
  readonly project?: string;
  /** Whether the folder of the next site is kept, as it is of large ones. */
  readonly isKept?: boolean;
}
const build = ({ content, dist, project = projectDir, isKept = false }: Build) =>
  runCommand(
    'build',
    {
      SITE_URL: 'https://tiny.example',
      BASE_PATH: '/below/',
      CONTENT_DIR: content,
      DIST_DIR: dist,
      ...(isKept && { NEXT_SITE_FROM: '0' }),
    },
    [],
    project,
  );

/** The folders that are kept for the next site of a folder. */
const keptFor = (dist: string) =>
  globSync(`.build/next/${nameOf(dist)}-*`, { cwd: projectDir }).map((name) => join(projectDir, name));
const withKept = join(scratch, 'dist');
afterAll(() => {
  for (const dist of [withKept, join(scratch, 'touched-kept')])
    for (const folder of keptFor(dist)) rmSync(folder, { recursive: true });
});

function madeAndKept({ stdout }: Outcome): readonly [made: number, kept: number] {
  const [, made, kept] = /Made (\d+) files?, kept (\d+)/.exec(stdout) ?? [];
  return [Number(made), Number(kept)];
}

/** A change to a file of the content, and what a page then shows. */
interface Change {
  readonly file: string;
  readonly edit: (text: string) => string;
  readonly page: string;
  readonly shows: RegExp;
  /** Whether the ledger has to know of it. */
  readonly isRecorded?: boolean;
}
const review = 'reviews/the-lamp-that-never-failed.md';
const claim = 'claims/bram-saved-the-ship/index.html';
const swap = (from: string, to: string) => (text: string) => text.replaceAll(from, to);
const add = (lines: string) => (text: string) => `${text}\n${lines}`;
const newClaim = `There is :claim[a dog]{#a-dog}.

:::claim{#a-dog by=work verdict=false confidence=low when=1904}
There was a dog.
:::

:::fact{#no-dog refutes=a-dog}
The almanac counts none [@almanac-1911].
:::
`;
const withdrawal = `:::withdrawn{#a-dog date=2026-12-06}
No dog.
:::

:::withdrawn{#no-dog date=2026-12-06}
No dog.
:::
`;
const deadLink = `{"url":"https://archive.example/lamp-log","checked":"2026-11-20","status":404,"since":"2026-11-20","archived":"https://copies.example/other"}
`;

const changes: Readonly<Record<string, Change>> = {
  'a statement': {
    file: review,
    edit: swap('saved the ship alone.', 'saved all ships.'),
    page: claim,
    shows: /all ships/,
    isRecorded: true,
  },
  'a verdict': {
    file: review,
    edit: swap('verdict=unsupported', 'verdict=disputed'),
    page: claim,
    shows: /Disputed/,
    isRecorded: true,
  },
  'a fact': {
    file: review,
    edit: swap('The log names Ada', 'The log puts Ada'),
    page: claim,
    shows: /log puts Ada/,
    isRecorded: true,
  },
  'the prose': {
    file: review,
    edit: swap('It is a good scene.', 'It is a good scene.\n\nIt was filmed twice.'),
    page: 'reviews/the-lamp-that-never-failed/index.html',
    shows: /filmed twice/,
  },
  'a relation': {
    file: review,
    edit: swap('see=lamp-never-failed', 'see=one-match'),
    page: 'claims/one-match/index.html',
    shows: /all ships/,
  },
  'a person': {
    file: 'people.yaml',
    edit: swap('name: Bram', 'name: Abraham'),
    page: claim,
    shows: /Abraham Placeholder/,
  },
  'a work': {
    file: 'works.yaml',
    edit: swap('The Light at', 'The Light of'),
    page: claim,
    shows: /The Light of Fixture Bay/,
  },
  'a source': {
    file: 'sources.bib',
    edit: swap('{An Almanac', '{The Almanac'),
    page: 'sources/almanac-1911/index.html',
    shows: /The Almanac/,
  },
  'the scale': {
    file: 'verdicts.yaml',
    edit: swap('label: Disputed', 'label: Contested'),
    page: claim,
    shows: /Contested/,
  },
  'a text of the site': {
    file: 'pages/methodology.md',
    edit: add('We wrote this later.\n'),
    page: 'methodology/index.html',
    shows: /wrote this later/,
  },
  'a dead link': {
    file: 'links.jsonl',
    edit: () => deadLink,
    page: 'sources/lamp-log-1904/index.html',
    shows: /copies\.example/,
  },
  'the name of the site': {
    file: 'site.yaml',
    edit: swap('The Tiny Record', 'The Smaller Record'),
    page: claim,
    shows: /The Smaller Record/,
  },
  'a colour of the site': {
    file: 'site.yaml',
    edit: add('colours: { brand: "#0a7d32" }\n'),
    page: claim,
    shows: /#0a7d32/,
  },
  'a correction': {
    file: review,
    edit: add(':::correction{on=bram-saved-the-ship date=2026-12-05}\nIt said less.\n:::\n'),
    page: 'corrections/index.html',
    shows: /It said less/,
    isRecorded: true,
  },
  'a new claim': {
    file: review,
    edit: add(newClaim),
    page: 'claims/a-dog/index.html',
    shows: /There was a dog/,
    isRecorded: true,
  },
  'a claim that is taken back': {
    file: review,
    edit: swap(newClaim, withdrawal),
    page: 'claims/a-dog/index.html',
    shows: /No dog/,
    isRecorded: true,
  },
  'another id': {
    file: review,
    edit: (text) =>
      text
        .replace('#hundred-steps by', '#ten-tens was=hundred-steps by')
        .replace(/#hundred-steps}|=hundred-steps(?=}| date)/g, (id) => id.replace('hundred-steps', 'ten-tens')),
    page: 'claims/hundred-steps/index.html',
    shows: /ten-tens/,
    isRecorded: true,
  },
};

test('after each kind of change to the content, the site is that of a clean build', { timeout: 400_000 }, async () => {
  const content = join(scratch, 'content');
  const [dist, clean] = [withKept, join(scratch, 'clean')];
  cpSync(agedContent, content, { recursive: true });
  writeFileSync(join(content, 'links.jsonl'), '');
  expect(await build({ content, dist, isKept: true })).toMatchObject({ code: 0 });
  for (const [what, { file, edit, page, shows, isRecorded }] of Object.entries(changes)) {
    const path = join(content, file);
    const text = readFileSync(path, 'utf8');
    expect(edit(text), what).not.toBe(text);
    writeFileSync(path, edit(text));
    if (isRecorded)
      await runCommand('record', { CONTENT_DIR: content, SOURCE_DATE_EPOCH: '1796083200' }, ['--note', what]);
    rmSync(clean, { recursive: true, force: true });
    const [again, anew] = await Promise.all([build({ content, dist, isKept: true }), build({ content, dist: clean })]);
    expect(again, `${what}: ${again.stderr}`).toMatchObject({ code: 0 });
    expect(anew, what).toMatchObject({ code: 0 });
    expect(bytesOf(dist), what).toEqual(bytesOf(clean));
    expect(readFileSync(join(dist, page), 'utf8'), what).toMatch(shows);
    expect(keptFor(dist), what).toHaveLength(1);
    const [made, kept] = madeAndKept(again);
    expect(madeAndKept(anew), what).toEqual([made + kept, 0]);
    if (what === 'a text of the site') expect(kept, what).toBeGreaterThan(made);
  }
});

test('a picture, a template, a plugin and a part of the interface that change are seen in the pages', {
  timeout: 400_000,
}, async () => {
  const project = join(scratch, 'project');
  for (const part of ['src', 'public', 'tests/fixtures', 'scripts', 'editor']) {
    cpSync(join(projectDir, part), join(project, part), { recursive: true });
  }
  for (const file of ['astro.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(projectDir, file), join(project, file));
  }
  symlinkSync(join(projectDir, 'node_modules'), join(project, 'node_modules'));
  const content = join(scratch, 'pictures');
  cpSync(russianContent, content, { recursive: true });
  const dist = join(scratch, 'pictures-dist');
  const made = { content, dist, project };
  expect(await build(made)).toMatchObject({ code: 0 });
  const page = () => readFileSync(join(dist, 'reviews/the-lamp-that-never-failed/index.html'), 'utf8');
  const [, picture] = /src="([^"]+plan[^"]*)"/.exec(page()) ?? [];
  expect(picture).toBeDefined();
  cpSync(join(content, 'images/unused.png'), join(content, 'images/plan.png'));
  expect(await build(made)).toMatchObject({ code: 0 });
  expect(page()).not.toContain(`src="${picture}"`);

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(project, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(project, file), text.replace(from, to));
  };
  change('src/layouts/Page.astro', '<!doctype html>', '<!doctype html><!-- another template -->');
  change('src/site/own-colours.ts', '@layer tokens', '@layer tokens { :root { --from-a-plugin: 1; } } @layer tokens');
  change('src/site/text/russian.ts', "title: 'Утверждения'", "title: 'Все утверждения'");
  expect(await build(made)).toMatchObject({ code: 0 });
  expect(page()).toContain('another template');
  expect(page()).toContain('--from-a-plugin');
  expect(readFileSync(join(dist, 'claims/index.html'), 'utf8')).toContain('Все утверждения');
});

describe.each([
  { how: 'linked', isKept: false },
  { how: 'kept', isKept: true },
])('where the folder of the next site is $how', ({ how, isKept }) => {
  const content = join(scratch, `content-${how}`);
  const [dist, clean] = [join(scratch, `touched-${how}`), join(scratch, `clean-${how}`)];
  const names = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

  test('a file of the last site that was written into or is lost is made again; one that is no more is gone', {
    timeout: 400_000,
  }, async () => {
    cpSync(agedContent, content, { recursive: true });
    const sources = join(content, 'sources.bib');
    const cited = readFileSync(sources, 'utf8');
    writeFileSync(
      sources,
      `${cited}\n@misc{of-no-use, title = {Of No Use}, author = {Sample, Clara}, year = {1912}}\n`,
    );
    const built = await Promise.all([build({ content, dist, isKept }), build({ content: agedContent, dist: clean })]);
    expect(built).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(readdirSync(join(dist, 'sources'))).toContain('of-no-use');
    writeFileSync(sources, cited);
    for (const _turn of ['one folder', 'the other', 'the one again']) {
      writeFileSync(join(dist, claim), 'somebody was here');
      const [one = '', other = ''] = readdirSync(join(dist, 'pagefind/fragment'));
      const fragment = join(dist, 'pagefind/fragment', one);
      writeFileSync(fragment, readFileSync(fragment).fill(0)); // of the same size
      rmSync(join(dist, 'pagefind/fragment', other));
      rmSync(join(dist, 'pagefind/search.json'));
      rmSync(join(dist, 'claims/one-match'), { recursive: true });
      mkdirSync(join(dist, 'claims/of-another'));
      writeFileSync(join(dist, 'claims/of-another/index.html'), 'not of this site');
      writeFileSync(join(dist, 'facts/note.txt'), 'nor this');
      expect(await build({ content, dist, isKept })).toMatchObject({ code: 0 });
      expect(bytesOf(dist)).toEqual(bytesOf(clean));
      expect(names(dist), 'no folder is left empty').toEqual(names(clean));
    }
  });

  test('content with errors costs nothing that was kept', { timeout: 400_000 }, async () => {
    const path = join(content, review);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('verdict=unsupported', 'verdict=unheard-of'));
    const before = keptFor(dist);
    expect(before).toHaveLength(isKept ? 1 : 0);
    expect(await build({ content, dist, isKept })).toMatchObject({ code: 1 });
    expect(keptFor(dist)).toEqual(before);
    expect(bytesOf(dist)).toEqual(bytesOf(clean));
    writeFileSync(path, text);
    const again = await build({ content, dist, isKept });
    expect(again).toMatchObject({ code: 0 });
    const [made, kept] = madeAndKept(again);
    expect(kept).toBeGreaterThan(made);
    expect(bytesOf(dist)).toEqual(bytesOf(clean));
  });
});
