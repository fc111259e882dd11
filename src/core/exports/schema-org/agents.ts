import type { OrganizationLeaf, PersonLeaf } from 'schema-dts';
import type { Person, Site, Work } from '../../model/references.ts';
import type { Routes } from '../../model/routes.ts';
import { type Agent, publisherOf } from '../agents.ts';

/** The publisher of the site; the address of the site identifies it. */
export function publisher(site: Site, routes: Routes): OrganizationLeaf {
  const home = routes.absolute('/');
  return { '@type': 'Organization', '@id': home, name: publisherOf(site).name, url: home };
}

/** Who wrote a review. */
export function reviewer(agent: Agent, site: Site, routes: Routes): OrganizationLeaf | PersonLeaf {
  return agent.name === publisherOf(site).name ? publisher(site, routes) : { '@type': agent.type, name: agent.name };
}

/** A person of the site, as others refer to them. */
export function personReference({ id, name, wikidata }: Person, routes: Routes): PersonLeaf {
  const sameAs = wikidata && `https://www.wikidata.org/wiki/${wikidata}`;
  return { '@type': 'Person', name, url: routes.whole(routes.person(id)), ...(sameAs && { sameAs }) };
}

/** Those to whom what a work says is put down: its authors, else who brought it out, else its writers or directors. */
export function makersOf({ credits, publisher: broughtOutBy }: Work): (OrganizationLeaf | PersonLeaf)[] {
  const credited = (role: string) => credits.filter((credit) => credit.role === role);
  const people = (role: string) => credited(role).map(({ name }): PersonLeaf => ({ '@type': 'Person', name }));
  const authors = people('author');
  if (authors.length > 0) return authors;
  if (broughtOutBy) return [{ '@type': 'Organization', name: broughtOutBy }];
  return [people('writer'), people('director')].find((some) => some.length > 0) ?? [];
}

/** One value as it is, several as a list. */
export function oneOrMore<Value>(values: readonly Value[]): Value | readonly Value[] | undefined {
  return values.length === 1 ? values[0] : values.length > 1 ? values : undefined;
}
