import type { Library } from '../core/model/library.ts';
import type { FormerId, Revision } from '../core/model/revision.ts';
import { revisionFragment } from '../core/model/routes.ts';
import { onceFor } from '../site/noted/notes.ts';

/** What a link that carries an earlier revision is answered with. */
export interface OldLink {
  readonly fragment: string;
  /** The id it was published under, where it was merged into another. */
  readonly mergedAs?: string | undefined;
  /** The revision that was current then; several where two branches recorded under one number. */
  readonly revisions: readonly [Revision, ...Revision[]];
  /** What happened since, oldest first. */
  readonly since: readonly Revision[];
}

/** What a link to an id that was given up is answered with when it does not say its revision. */
export interface FormerLink {
  readonly fragment: string;
  readonly former: FormerId;
  /** The line by which it was given up. */
  readonly moved: Revision | undefined;
  /** The notices to choose from: those of the revisions that were current under that id. */
  readonly links: readonly OldLink[];
}

export interface OldLinks {
  readonly current: Revision | undefined;
  readonly links: readonly OldLink[];
  readonly formers: readonly FormerLink[];
}

/** Every kind of old link that leads to an annotation's page. */
export function oldLinksTo(id: string, library: Library): OldLinks {
  const history = library.history(id);
  const current = history.at(-1);
  const own = linksOf(
    history.filter(({ revision }) => revision !== current?.revision),
    history,
  );
  const formers = formersOf(id, library);
  const merged = new Map<string, readonly OldLink[]>();
  for (const { mergedAs } of formers) {
    if (mergedAs !== undefined) merged.set(mergedAs, mergedLinks(mergedAs, history, library));
  }
  return {
    current,
    links: [...own, ...[...merged.values()].flat()],
    formers: formers.map((former) => ({
      fragment: formerFragment(former.id),
      former,
      moved: history.findLast(({ from }) => from === (former.mergedAs ?? former.id)),
      links: (former.mergedAs === undefined ? own : (merged.get(former.mergedAs) ?? [])).filter(({ revisions }) =>
        revisions.some(({ id: under }) => under === former.id),
      ),
    })),
  };
}

/**
 * The fragment, on the page of its successor, of a link to a former id that does not tell its own: the notice of the one
 * revision that was ever current under that id, or else the notice that has them all to choose from.
 */
export function formerFallback({ id, to }: FormerId, library: Library): string {
  const links = oldLinksTo(to, library).formers.find(({ former }) => former.id === id)?.links ?? [];
  const [only, ...others] = links;
  return only && others.length === 0 ? only.fragment : formerFragment(id);
}

function formerFragment(id: string): string {
  return `former--${id}`;
}

/** The revisions of an annotation that was merged into this one, and what happened since: to it, then to this one. */
function mergedLinks(mergedAs: string, history: readonly Revision[], library: Library): OldLink[] {
  const before = library.history(mergedAs);
  const merger = history.findLastIndex(({ from }) => from === mergedAs);
  return linksOf(before, [...before, ...history.slice(Math.max(0, merger))], mergedAs);
}

function linksOf(old: readonly Revision[], all: readonly Revision[], mergedAs?: string): OldLink[] {
  return [...Map.groupBy(old, ({ revision }) => revision)].flatMap(([number, [first, ...others]]) => {
    const last = others.at(-1) ?? first;
    return first && last
      ? [
          {
            fragment: revisionFragment(number, mergedAs),
            mergedAs,
            revisions: [first, ...others] as const,
            since: all.slice(all.indexOf(last) + 1),
          },
        ]
      : [];
  });
}

function formersOf(id: string, library: Library): readonly FormerId[] {
  const formers = onceFor(library, 'former-ids', () => Map.groupBy(library.formerIds.values(), ({ to }) => to));
  return formers.get(id) ?? [];
}
