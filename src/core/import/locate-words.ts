import { diffArrays } from 'diff';
import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from '../markdown/parser.ts';
import { type Word, wordsOf } from './words.ts';

/** A review's Markdown, with the place in it of every word of its rendered text. */
export interface LocatedWords {
  readonly tree: Root;
  /** The words of the rendered text. */
  readonly words: readonly Word[];
  /** Where the word of this index stands in the source (UTF-16 units); none for what the renderer wrote. */
  readonly sourceOf: (index: number) => { readonly start: number; readonly end: number } | undefined;
}

/**
 * Finds the words of a rendered review in its source. Rendering changes punctuation, writes citations out and drops the
 * definitions, but the words of the prose stay, in order: so the two lists of words are compared, and what is in both is
 * the same word. `body` is the file without its front matter, `text` what a reader sees of it.
 */
export function locateWords(body: string, text: string): LocatedWords {
  const tree = parseMarkdown(body);
  const written = writtenWords(tree, body);
  const words = wordsOf(text);
  const places: (Word | undefined)[] = [];
  let at = 0;
  const folded = (list: readonly Word[]) => list.map((word) => word.folded);
  for (const { added, removed, count = 0 } of diffArrays(folded(written), folded(words))) {
    for (let step = 0; step < count; step++) {
      if (removed) at++;
      else places.push(added ? undefined : written[at++]);
    }
  }
  return { tree, words, sourceOf: (index) => places[index] };
}

/** The words of the prose where its author wrote them; what stands in definitions and in code blocks cannot be marked. */
function writtenWords(tree: Root, body: string): Word[] {
  const found: Word[] = [];
  enter(tree);
  return found;

  function enter(node: Nodes): void {
    if (node.type === 'containerDirective') return;
    if ('children' in node) for (const child of node.children) enter(child);
    if (node.type !== 'text' && node.type !== 'inlineCode') return;
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    let from = start.offset;
    for (const word of wordsOf(node.value)) {
      // Escapes and references make the source longer than the value; a word written with one is not found.
      const written = node.value.slice(word.start, word.end);
      const offset = body.indexOf(written, from);
      if (offset === -1 || offset + written.length > end.offset) continue;
      from = offset + written.length;
      found.push({ start: offset, end: from, folded: word.folded });
    }
  }
}
