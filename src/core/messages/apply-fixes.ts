import type { Fix, TextEdit } from './message.ts';

/**
 * A text with fixes applied. Of fixes that touch the same words the first is applied, with all of its edits or none: what
 * is left is found by the next check.
 */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    const isFree = edits.every((edit) => taken.every((other) => !touches(edit, other)));
    if (isFree) taken.push(...edits);
  }
  // From the end, so that the offsets before an edit stay what they are.
  return taken
    .sort((a, b) => b.start - a.start)
    .reduce((fixed, { start, end, text: words }) => fixed.slice(0, start) + words + fixed.slice(end), text);
}

/** Two insertions at one place touch too: their order would be chance. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
