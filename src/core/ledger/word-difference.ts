import { diffWords } from 'diff';

/** A stretch of two texts laid over each other: in both, in the old one alone, or in the new one alone. */
export interface Stretch {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** What became of a text, word by word; texts of different languages are cut by the rules of Unicode. */
export function wordDifference(before: string, after: string): readonly Stretch[] {
  return diffWords(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value,
  }));
}

/** The same in a line: `banker → backer; … rich`. */
export function differenceAsText(before: string, after: string): string {
  const edits: { removed: string; added: string }[] = [];
  let isOpen = false;
  for (const { kind, text } of wordDifference(before, after)) {
    if (kind !== 'kept' && !isOpen) edits.push({ removed: '', added: '' });
    isOpen = kind !== 'kept';
    const edit = edits.at(-1);
    if (edit && kind !== 'kept') edit[kind] += text;
  }
  return edits.map(({ removed, added }) => `${shortened(removed)} → ${shortened(added)}`).join('; ');
}

function shortened(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '') return '(nothing)';
  return trimmed.length > 60 ? `${trimmed.slice(0, 59)}…` : trimmed;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
