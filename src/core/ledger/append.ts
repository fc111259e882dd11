import type { GivenRevision } from '../model/revision.ts';
import { canonical, digestOf } from './canonical.ts';
import type { Ledger } from './read-ledger.ts';

/** A revision before it has its place in the ledger. */
export type NewRevision = Omit<GivenRevision, 'previous' | 'digest'>;

/**
 * The lines that add these revisions to a ledger, each ended by a line feed. The first follows every line that none follows
 * yet, and so joins branches that both recorded; no line that stands is touched.
 */
export function append({ heads }: Ledger, revisions: readonly NewRevision[]): string {
  let previous = [...heads].sort();
  let lines = '';
  for (const revision of revisions) {
    const line = { ...revision, previous };
    const digest = digestOf(line);
    lines += `${canonical({ ...line, digest })}\n`;
    previous = [digest];
  }
  return lines;
}
