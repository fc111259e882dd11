import type { Claim, Fact, Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { changesOf, latest } from './changes.ts';

/**
 * When what a page shows was last changed, by the page's link: of annotations and reviews, and of works, questions and
 * people by what stands on their pages. Dates in EDTF. `rest` is when anything on the site was last changed.
 */
export function lastChanges(
  library: Library,
  routes: Routes,
): { of: ReadonlyMap<string, string>; rest: string | undefined } {
  const of = new Map<string, string>();
  const put = (link: string, dates: readonly string[]) => dates.length > 0 && of.set(link, latest(dates));
  const last = new Map<Claim | Fact, string>(); // an annotation stands on several pages
  for (const one of [...library.claims.values(), ...library.facts.values()]) {
    const { modified } = changesOf(one, library);
    last.set(one, modified);
    put(routes[one.kind](one.id), [modified]);
  }
  const modified = (annotations: readonly (Claim | Fact)[]) => annotations.map((one) => last.get(one) ?? '');
  for (const { id, was = 'claim', date } of library.withdrawals.values()) put(routes[was](id), [date.edtf]);
  for (const { slug, date } of library.withdrawnReviews.values()) put(routes.review(slug), [date.edtf]);
  for (const { slug, meta, claims, facts } of library.reviews.values()) {
    put(routes.review(slug), [meta.published, meta.updated ?? '', ...modified([...claims, ...facts])]);
  }
  const byWork = Map.groupBy(library.claims.values(), ({ work }) => work.id);
  for (const id of library.works.keys()) put(routes.work(id), modified(byWork.get(id) ?? []));
  for (const { id, claims } of library.questions.values()) put(routes.question(id), modified(claims));
  for (const person of library.people.values()) {
    put(routes.person(person.id), modified([...library.claimsAbout(person), ...library.factsAbout(person)]));
  }
  const all = [...of.values()];
  return { of, rest: all.length > 0 ? latest(all) : undefined };
}
