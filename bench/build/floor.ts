import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { directive } from 'micromark-extension-directive';
import { parseReviews } from '../../src/core/library/create-library.ts';
import { parseReferences } from '../../src/core/library/parse-references.ts';
import { createRoutes } from '../../src/core/model/routes.ts';
import { collectionOf } from './build-once.ts';

/*
 * Our parse against what remark-parse, remark-directive and remark-rehype do with the same text, on one thread of one
 * process: `node bench/build/floor.ts <claims>`. The three plugins are thin: what they call is called here. Each side has
 * three turns, the other's between; the quickest counts. Prints milliseconds of processor time as JSON.
 */
const content = collectionOf(Number(process.argv[2] ?? 1000));
const routes = createRoutes('https://bench.example', '/');
const references = parseReferences(content.references, routes);
const bodies = content.reviews.map(({ value }) => value.replace(/^---\n[\s\S]*?\n---\n/, ''));

const sides = {
  ours: () => parseReviews(content, { routes, references }),
  floor: () => bodies.map(bare),
};
const best = { ours: Number.POSITIVE_INFINITY, floor: Number.POSITIVE_INFINITY };
for (let turn = 0; turn < 3; turn++) {
  for (const side of ['ours', 'floor'] as const) {
    const started = process.cpuUsage();
    sides[side]();
    const { user, system } = process.cpuUsage(started);
    best[side] = Math.min(best[side], (user + system) / 1000);
  }
}
process.stdout.write(`${JSON.stringify(best)}\n`);

function bare(text: string) {
  return toHast(fromMarkdown(text, { extensions: [directive()], mdastExtensions: [directiveFromMarkdown()] }));
}
