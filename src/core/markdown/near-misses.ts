import type { Code, Definition, Html, Image, ImageReference, Link, Root, Text } from 'mdast';
import type { Node } from 'unist';
import { nearest } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { nearMissBlocks } from './near-miss-blocks.ts';
import { nearMissMarks } from './near-miss-marks.ts';
import { placeAt, placeOf } from './place-of.ts';
import { identifiers, isClosed } from './take-blocks.ts';
import { visit } from './visit.ts';

/**
 * Reports what looks like one of our directives and was not read as one, and so would be printed as it stands: a
 * misspelt name, a wrong number of colons, attributes over several lines, a block closed twice, a block swallowed by code
 * or HTML. Gives every word that stands there, since it may be an id, or `undefined` when there is no such thing: what it
 * would have said is not missed elsewhere.
 */
export function reportNearMisses(tree: Root, parsing: Parsing): ReadonlySet<string> | undefined {
  const found = new Set<number | undefined>();
  const named = new Set<string>();
  const once: Parsing = {
    ...parsing,
    report: (rule, place, words) => {
      if (!found.has(place.start.offset)) parsing.report(rule, place, words);
      found.add(place.start.offset);
    },
  };
  let unclosed = 0;
  visit(tree, (node) => {
    if (node.type === 'containerDirective' && !isClosed(node)) unclosed++;
    if (node.type === 'code') unclosed += openIn(node.value);
  });
  const inParagraph = nearMissBlocks(once, unclosed);
  visit(tree, (node) => {
    const before = found.size;
    if (node.type === 'paragraph') inParagraph(node);
    if (node.type === 'text') {
      nearMissMarks(node, once);
      inText(node, once);
    }
    if (node.type === 'code') inCode(node, once);
    if (node.type === 'html') inHtml(node, once);
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'link' || node.type === 'definition') {
      inWordsOf(node, once);
    }
    if (found.size > before) for (const word of wordsIn(node, parsing.source)) named.add(word);
  });
  return found.size > 0 ? named : undefined;
}

function wordsIn({ position }: Node, source: string): readonly string[] {
  return source.slice(position?.start.offset, position?.end.offset).match(identifiers) ?? [];
}

/** The known name that a name may be a slip of. */
export function knownAs(name: string, names: readonly string[]): string | undefined {
  return name.length < 3 ? undefined : nearest(name, names);
}

const blockLine = /^[ \t>]*:::+(?:claim|fact|correction|withdrawn)\{/m;

/** How many blocks begin in code and do not end in it: they would have been closed behind it. */
function openIn(code: string): number {
  const opening = code.match(new RegExp(blockLine, 'gm'))?.length ?? 0;
  return Math.max(0, opening - (code.match(/^[ \t>]*:::+[ \t]*$/gm)?.length ?? 0));
}

/** Code that its author did not mean: indented, or fenced and never closed. Examples of the syntax are both seldom. */
function inCode(node: Code, { path, source, report }: Parsing): void {
  if (!blockLine.test(node.value)) return;
  const lines = source.slice(node.position?.start.offset, node.position?.end.offset);
  const fence = /^(`{3,}|~{3,})/.exec(lines)?.[1];
  if (fence === undefined) {
    report('unreadable-directive', placeOf(path, node), {
      found: 'a block that is indented like code',
      expected: 'at most three spaces before its `:::`',
    });
  } else if (!new RegExp(`\\n[ \\t>]*${fence}+[ \\t]*$`).test(lines)) {
    report('unclosed-block', placeOf(path, node), {
      found: 'code that is not closed and has a block of the review in it',
      expected: `a line ${fence} where the code ends`,
    });
  }
}

/** The description of an image and the title of a link are plain text, where no passage can be marked. */
function inWordsOf(node: Image | ImageReference | Link | Definition, { path, source, report }: Parsing): void {
  const isImage = node.type === 'image' || node.type === 'imageReference';
  const text = isImage ? source.slice(node.position?.start.offset, node.position?.end.offset) : (node.title ?? '');
  if (!/:(?:claim|fact)\[/.test(text)) return;
  report('unreadable-directive', placeOf(path, node), {
    found: `a mark in the ${isImage ? 'description of an image' : 'title of a link'}`,
    expected: 'marks in the prose only',
  });
}

/** A comment that ends in another paragraph, or nowhere, would be printed. */
function inText(node: Text, { path, source, report }: Parsing): void {
  const start = node.position?.start.offset ?? 0;
  const found = /(?<!\\)<!--/.exec(source.slice(start, node.position?.end.offset));
  if (!found) return;
  report('unclosed-block', placeAt(path, source, start + found.index, start + found.index + '<!--'.length), {
    found: 'a comment that is not closed in its paragraph',
    expected: '`-->` where it ends; a comment of several paragraphs begins on a line of its own',
  });
}

function inHtml(node: Html, { path, source, report }: Parsing): void {
  const start = node.position?.start.offset ?? 0;
  const html = source.slice(start, node.position?.end.offset);
  const comment = /<!--(?![\s\S]*-->)/.exec(html);
  if (comment) {
    report('unclosed-block', placeAt(path, source, start + comment.index), {
      found: 'a comment that is not closed, with all that follows in it',
      expected: '`-->` where it ends',
    });
    return;
  }
  const visible = html.replace(/<!--[\s\S]*?-->/g, (hidden) => ' '.repeat(hidden.length));
  const lost = /:(?:claim|fact)\[[^\]]{0,1000}\]\{|^[ \t>]*:::+(?:claim|fact|correction|withdrawn)\{/m.exec(visible);
  if (!lost) return;
  report('unreadable-directive', placeAt(path, source, start + lost.index + lost[0].search(':')), {
    found: 'a mark or block inside HTML, where Markdown is not read',
    expected: 'a blank line between the HTML and it',
  });
}
