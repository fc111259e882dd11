import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Cost, measuredRun } from './measured-run.ts';
import { setAside } from './set-aside.ts';

/** Another generator, with the text of our pages. */
export interface PeerBuilt extends Cost {
  readonly name: string;
  readonly pages: number;
}

/** Those we compare with; each has a folder in `peers/` with its versions pinned by a lock file. */
export const peers = ['eleventy', 'starlight'] as const;
export type Peer = (typeof peers)[number];

const scratch = resolve(import.meta.dirname, '../../.build/bench/peers');

/**
 * Builds the pages of a built site of ours once more with another generator: the same number of pages with the same text,
 * as Markdown files, and a Pagefind index of the claims. Installed on first use, apart from this project.
 */
export async function buildPeer(name: Peer, dist: string): Promise<PeerBuilt> {
  const folder = await installed(name);
  const text = join(folder, name === 'starlight' ? 'src/content/docs' : 'text');
  const output = join(folder, name === 'starlight' ? 'dist' : '_site');
  for (const old of [text, output, join(folder, '.astro'), join(folder, 'node_modules/.astro')]) {
    setAside(old);
  }
  writePages(dist, text);
  if (name === 'eleventy') writeFileSync(join(folder, 'styles.css'), stylesOf(dist));
  const cost = await measuredRun('npm', ['run', 'build'], { cwd: folder, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
  return { name, pages: globSync('**/*.html', { cwd: output }).length, ...cost };
}

async function installed(name: Peer): Promise<string> {
  const folder = join(scratch, name);
  const source = join(import.meta.dirname, 'peers', name);
  const lock = 'package-lock.json';
  const isThere =
    existsSync(join(folder, 'node_modules')) &&
    existsSync(join(folder, lock)) &&
    readFileSync(join(folder, lock), 'utf8') === readFileSync(join(source, lock), 'utf8');
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  if (!isThere) await measuredRun('npm', ['ci'], { cwd: folder });
  return folder;
}

/** The pages of a built site as Markdown files. Starlight brings its own page for addresses that lead nowhere. */
function writePages(dist: string, folder: string): void {
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('index.html')) continue;
    const html = readFileSync(join(dist, path), 'utf8');
    const isIndexed = /^claims\/[^/]+\/index\.html$/.test(path);
    const title = /<title>([^<]*)/.exec(html)?.[1] ?? path;
    const matter = [`title: ${JSON.stringify(plain(title))}`, `indexed: ${isIndexed}`, `pagefind: ${isIndexed}`];
    const file = join(folder, path.replace(/html$/, 'md'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---\n${matter.join('\n')}\n---\n\n${asMarkdown(html)}\n`);
  }
}

function stylesOf(dist: string): string {
  const html = readFileSync(join(dist, 'claims/claim-0/index.html'), 'utf8');
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('\n');
}

/** What stands in the main part of a page: headings, paragraphs and list items, without links. */
function asMarkdown(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replace(/<(svg|script|style|template)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<h([1-6])[^>]*>/g, (_, level: string) => `\n\n${'#'.repeat(Number(level))} `)
    .replace(/<(?:li|dd|tr)[^>]*>/g, '\n\n- ')
    .replace(/<\/?(?:p|h\d|div|section|article|aside|header|figure|ul|ol|dl|dt|table|blockquote|pre)\b[^>]*>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .split(/\n\s*\n/)
    .map((block) => inert(plain(block).replace(/\s+/g, ' ').trim()))
    .filter((block) => /[^#\s-]/.test(block))
    .join('\n\n');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function plain(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** Signs that Markdown would take for something else are escaped, but for those put before a block above. */
function inert(block: string): string {
  const [, mark = '', text = ''] = /^((?:#{1,6} |- )?)([\s\S]*)$/.exec(block) ?? [];
  return mark + text.replace(/[\\`*_{}[\]<>|~$]/g, '\\$&');
}
