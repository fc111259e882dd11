import type { Review } from '../../src/core/model/review.ts';

/** A review as JSON that a person can judge: what is `undefined` left out, places as `line:column`. */
export function readableReview({ blocks, images, ...review }: Review): string {
  const readable = {
    ...review,
    images: images.length > 0 ? images.map(({ path }) => path) : undefined,
    passages: blocks.flatMap(({ passages }) => passages),
  };
  return `${JSON.stringify(readable, withShortPlaces, 2)}\n`;
}

function withShortPlaces(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('path' in value && 'start' in value)) return value;
  const { line, column } = value.start as { line: number; column: number }; // a Place
  return `${line}:${column}`;
}

const blockTags =
  'address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul';
const blockStart = new RegExp(`(?=<(?:${blockTags})[\\s>])`, 'g');

/** The blocks of a review as a page that a browser opens, each block element and each reference on a line of its own. */
export function readablePage({ meta, blocks }: Pick<Review, 'meta' | 'blocks'>): string {
  const body = blocks.map(
    ({ html, passages }, index) =>
      `<!-- ${index}${passages.map(({ fragment }) => ` ${fragment}`).join('')} -->\n${inLines(html)}\n`,
  );
  return `<!doctype html>
<html lang="${meta.language ?? 'en'}">
<meta charset="utf-8">
<link rel="stylesheet" href="../page.css">
<title>${meta.title}</title>

${body.join('\n')}`;
}

/** Lines end before a block begins; inside `pre` nothing may be added. */
function inLines(html: string): string {
  return html
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(blockStart, '\n').replace(/\n{2,}/g, '\n')))
    .join('')
    .trim();
}
