import type { Claim, Fact, Library, ReviewEntry } from '../model/library.ts';
import type { Person, Work } from '../model/references.ts';
import type { Source } from '../model/source.ts';
import { indexBy } from './multimap.ts';

/** Who is spoken of where, what is cited where, and which reviews a work has, and what is said in and of it. */
export function indices(
  claims: readonly Claim[],
  facts: readonly Fact[],
  reviews: readonly ReviewEntry[],
): Pick<Library, 'claimsAbout' | 'factsAbout' | 'citedBy' | 'claimsOn' | 'factsOn' | 'reviewsOf'> {
  const claimsOf = indexBy(claims, (claim) => [
    ...claim.about,
    ...Object.values(claim.effects).flat(),
    ...(claim.by.person ? [claim.by.person] : []),
  ]);
  const factsOf = indexBy(facts, (fact) => fact.about);
  const citing = indexBy<Source, Claim | Fact>([...claims, ...facts], (annotation) => annotation.sources);
  const claimsOnWork = indexBy(claims, ({ work }) => [work]);
  const factsOnWork = indexBy(facts, ({ bearings }) => bearings.map(({ claim }) => claim.work));
  const reviewsOfWork = indexBy(reviews, ({ work }) => [work]);
  return {
    claimsAbout: (person: Person) => claimsOf.get(person) ?? [],
    factsAbout: (person: Person) => factsOf.get(person) ?? [],
    citedBy: (source: Source) => citing.get(source) ?? [],
    claimsOn: (work: Work) => claimsOnWork.get(work) ?? [],
    factsOn: (work: Work) => factsOnWork.get(work) ?? [],
    reviewsOf: (work: Work) => reviewsOfWork.get(work) ?? [],
  };
}
