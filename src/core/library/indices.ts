import type { Claim, Fact, Library } from '../model/library.ts';
import type { Person } from '../model/references.ts';
import type { Source } from '../model/source.ts';
import { indexBy } from './multimap.ts';

/** Who is spoken of where, and what is cited where. */
export function indices(
  claims: readonly Claim[],
  facts: readonly Fact[],
): Pick<Library, 'claimsAbout' | 'factsAbout' | 'citedBy'> {
  const claimsOf = indexBy(claims, (claim) => [
    ...claim.about,
    ...Object.values(claim.effects).flat(),
    ...(claim.by.person ? [claim.by.person] : []),
  ]);
  const factsOf = indexBy(facts, (fact) => fact.about);
  const citing = indexBy<Source, Claim | Fact>([...claims, ...facts], (annotation) => annotation.sources);
  return {
    claimsAbout: (person: Person) => claimsOf.get(person) ?? [],
    factsAbout: (person: Person) => factsOf.get(person) ?? [],
    citedBy: (source: Source) => citing.get(source) ?? [],
  };
}
