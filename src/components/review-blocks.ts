import type { Claim, Fact, Library, ReviewEntry } from '../core/model/library.ts';
import type { Block } from '../core/model/review.ts';
import { letPassAt } from '../site/strictness.ts';

/** A block of a review with the annotations whose notes follow it. */
export interface NotedBlock {
  readonly html: string;
  readonly notes: readonly (Claim | Fact)[];
}

/**
 * The blocks of a review, each with the annotations first marked in it. Their marks are told two things the page alone
 * knows: which of the block's notes is theirs (`data-k`), and at which strictness they are let pass (`data-ok`). Before them
 * stand the ids they were known by, so that old links to the passage find it.
 */
export function notedBlocks(review: ReviewEntry, formerIds: Library['formerIds']): NotedBlock[] {
  const former = Map.groupBy(formerIds.values(), ({ to }) => to);
  const byFragment = new Map<string, Claim | Fact>();
  for (const annotation of [...review.claims, ...review.facts]) {
    for (const { fragment } of annotation.passages) byFragment.set(fragment, annotation);
  }
  return review.blocks.map((block) => {
    const notes: (Claim | Fact)[] = [];
    const html = block.passages.reduce((text, { fragment }) => {
      const annotation = byFragment.get(fragment);
      if (!annotation) return text;
      const isFirst = annotation.passages[0]?.fragment === fragment;
      if (isFirst) notes.push(annotation);
      const ok = annotation.kind === 'claim' ? letPassAt(annotation) : undefined;
      const told = (isFirst ? ` data-k="${notes.length}"` : '') + (ok ? ` data-ok="${ok}"` : '');
      const anchors = (isFirst ? (former.get(annotation.id) ?? []) : []).map(({ id }) => `<span id="${id}"></span>`);
      return text.replace(`<mark id="${fragment}"`, (tag) => anchors.join('') + tag + told);
    }, block.html);
    return { html, notes };
  });
}

/** Whether a block is a paragraph; the first of them opens the review. */
export function isParagraph({ html }: Pick<Block, 'html'>): boolean {
  return html.startsWith('<p');
}
