import type { CreativeWork, PersonLeaf } from 'schema-dts';
import type { Claim, Library } from '../../model/library.ts';
import type { Part, PartKind, Version, Work, WorkType } from '../../model/references.ts';
import type { Routes } from '../../model/routes.ts';
import { isoDate } from '../iso-date.ts';
import { oneOrMore, personReference } from './agents.ts';

/** A work under review: TVSeries with its TVEpisodes, Movie with its Clips, Book with its Chapters, and what is known of it. */
export function workThing(work: Work, { people }: Library, routes: Routes): CreativeWork {
  const { credits, cast, native, published, publisher, line, language, country, parts, versions } = work;
  const person = (name: string, id: string | undefined): PersonLeaf => {
    const known = id === undefined ? undefined : people.get(id);
    return known ? personReference(known, routes) : { '@type': 'Person', name };
  };
  const roles = Object.entries(creditProperties).flatMap(([property, role]) => {
    const named = oneOrMore(credits.filter((one) => one.role === role).map((one) => person(one.name, one.person)));
    return named && (!ofTheScreen.has(property) || isDirected(work.type)) ? [[property, named] as const] : [];
  });
  const companies = credits
    .filter(({ role }) => role === 'production company')
    .map(({ name }) => ({ '@type': 'Organization', name }) as const);
  const actors = cast.map(({ name, player }) => person(name, player)); // whom they play is another person
  return {
    ...workReference(work, routes),
    ...(native && { alternateName: native.text }),
    ...(line && { description: line }),
    ...(isoDate(published) && { datePublished: isoDate(published) }),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(language && { inLanguage: language }),
    ...(country && { countryOfOrigin: { '@type': 'Country', name: country } }),
    ...Object.fromEntries(roles),
    ...(actors.length > 0 && isDirected(work.type) && { actor: actors }),
    ...(companies.length > 0 && isDirected(work.type) && { productionCompany: oneOrMore(companies) }),
    ...(parts[0] && {
      [isEpisode(parts[0], work) ? 'episode' : 'hasPart']: parts.map((part) => partThing(part, work)),
    }),
    ...(versions.length > 0 && { workExample: versions.map((version) => versionThing(version, work)) }),
  } as CreativeWork; // each type of work has those of these properties that it was given
}

/** A work as others refer to it. */
export function workReference({ id, type, title, identifiers }: Work, routes: Routes) {
  const sameAs = oneOrMore(Object.entries(identifiers).flatMap(([name, value]) => catalogue[name]?.(value) ?? []));
  return { '@type': type, name: title, url: routes.whole(routes.work(id)), ...(sameAs && { sameAs }) };
}

/** Where a claim stands in a work: the part it is made in, in the version it is seen in, or the work as a whole. */
export function placeInWork({ work, part, page, version }: Claim, routes: Routes) {
  const reference = workReference(work, routes);
  const whole = version ? { ...versionThing(version, work), exampleOfWork: reference } : reference;
  if (!part) return page === undefined ? whole : { ...whole, pagination: page };
  return {
    ...partThing(part, work),
    ...(page !== undefined && { pagination: page }),
    [isEpisode(part, work) ? 'partOfSeries' : 'isPartOf']: whole,
  };
}

function partThing(part: Part, work: Work) {
  const { number, title, published } = part;
  return {
    '@type': isEpisode(part, work) ? episodeTypes[work.type] : partTypes[part.kind],
    name: title ?? `${work.title} ${number}`,
    ...(number !== undefined && { [part.kind === 'episode' ? 'episodeNumber' : 'position']: number }),
    ...(isoDate(published) && { datePublished: isoDate(published) }),
  };
}

function versionThing({ title, published, publisher }: Version, { type }: Work) {
  return {
    '@type': type,
    name: title,
    ...(isoDate(published) && { datePublished: isoDate(published) }),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
  };
}

const partTypes: Readonly<Record<PartKind, string>> = { episode: 'Episode', scene: 'Clip', chapter: 'Chapter' };

const episodeTypes: Partial<Record<WorkType, string>> = {
  TVSeries: 'TVEpisode',
  RadioSeries: 'RadioEpisode',
  PodcastSeries: 'PodcastEpisode',
};

/** Of these schema.org knows the series they are part of. */
function isEpisode({ kind }: Part, { type }: Work): boolean {
  return kind === 'episode' && episodeTypes[type] !== undefined;
}

const ofTheScreen = new Set(['director', 'musicBy']);

/** Of these types schema.org knows a director, actors and a production company. */
function isDirected(type: WorkType): boolean {
  return ['TVSeries', 'Movie', 'RadioSeries', 'PodcastSeries'].includes(type);
}

const creditProperties = {
  author: 'author',
  director: 'director',
  producer: 'producer',
  editor: 'editor',
  musicBy: 'composer',
} as const;

/** The addresses under which catalogues keep a work, by the names of the identifiers in `works.yaml`. */
const catalogue: Readonly<Record<string, ((value: string) => string) | undefined>> = {
  imdb: (value) => `https://www.imdb.com/title/${value}/`,
  wikidata: (value) => `https://www.wikidata.org/wiki/${value}`,
  kinopoisk: (value) => `https://www.kinopoisk.ru/film/${value}/`,
  doi: (value) => `https://doi.org/${value}`,
};
