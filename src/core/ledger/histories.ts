import type { FormerId, Revision } from '../model/revision.ts';

/** What became of each id that was ever recorded. Reviews and annotations have name spaces of their own. */
export interface Histories {
  /** The id that answers for this one now: its own, unless it was renamed or merged into another. */
  readonly currentId: (id: string) => string;
  /** All revisions of what this id stands for now, oldest first, from under former names too; none where nothing was recorded. */
  readonly of: (id: string) => readonly Revision[];
  /** The revisions counted under an id, be it one that was merged into another since. */
  readonly under: (id: string) => readonly Revision[];
  /** Every id that was recorded, with the latest line that has it as its own. */
  readonly latest: ReadonlyMap<string, Revision>;
  /** The ids that were given up. */
  readonly former: ReadonlyMap<string, FormerId>;
}

/** Follows each id through the lines of a ledger; `revisions` are those of annotations, or those of reviews. */
export function createHistories(revisions: readonly Revision[]): Histories {
  const latest = new Map<string, Revision>();
  const movedTo = new Map<string, string>();
  /** By the id under which they are counted; a renamed annotation takes its list with it. */
  const lists = new Map<string, Revision[]>();
  /** Of a renamed id: the one under which its revisions are counted. */
  const countedAs = new Map<string, string>();
  for (const revision of revisions) {
    const { id, event, from } = revision;
    if (from !== undefined) movedTo.set(from, id);
    movedTo.delete(id);
    countedAs.delete(id);
    if (event === 'renamed' && from !== undefined) {
      countedAs.set(from, id);
      const list = lists.get(from);
      if (list && !lists.has(id)) lists.set(id, list);
      lists.delete(from);
    }
    const list = lists.get(id);
    if (list) addInOrder(list, revision);
    else lists.set(id, [revision]);
    latest.set(id, revision);
  }
  const currentId = (id: string) => last(id, movedTo);
  const under = (id: string) => lists.get(last(id, countedAs)) ?? [];
  return {
    currentId,
    under,
    of: (id) => under(currentId(id)),
    latest,
    former: new Map(
      [...movedTo.keys()].map((id) => {
        const to = currentId(id);
        const mergedAs = last(id, countedAs);
        const kind = kindOf(latest.get(id));
        return [
          id,
          { id, kind, to, toKind: kindOf(latest.get(to)), mergedAs: mergedAs === to ? undefined : mergedAs },
        ] as const;
      }),
    ),
  };
}

/** By number; where branches were merged, lines of one number stand in the order of the file. */
function addInOrder(list: Revision[], revision: Revision): void {
  const at = list.findLastIndex((one) => one.revision <= revision.revision);
  list.splice(at + 1, 0, revision);
}

/** Follows a chain to its end. There is one: an id that is recorded anew starts to stand for itself again. */
function last(id: string, next: ReadonlyMap<string, string>): string {
  const to = next.get(id);
  return to === undefined ? id : last(to, next);
}

function kindOf(revision: Revision | undefined): FormerId['kind'] {
  return revision?.kind === 'fact' ? 'fact' : 'claim';
}
