import type { CreativeWork, PersonLeaf } from 'schema-dts';
import type { Library } from '../../model/library.ts';
import type { Episode, Work, WorkType } from '../../model/references.ts';
import type { Routes } from '../../model/routes.ts';
import { isoDate } from '../iso-date.ts';
import { oneOrMore, personReference } from './agents.ts';

/** A work under review: TVSeries with its TVEpisodes, Movie, Book and so on, with what is known of it. */
export function workThing(work: Work, { people }: Library, routes: Routes): CreativeWork {
  const { credits, cast, native, published, publisher, line, language, country, episodes } = work;
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
  const actors = cast.map(({ name }): PersonLeaf => ({ '@type': 'Person', name })); // whom they play is another person
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
    ...(episodes.length > 0 && {
      [hasEpisodes(work.type) ? 'episode' : 'hasPart']: episodes.map((episode) => episodeThing(episode, work)),
    }),
  } as CreativeWork; // each type of work has those of these properties that it was given
}

/** A work as others refer to it. */
export function workReference({ id, type, title, identifiers }: Work, routes: Routes) {
  const sameAs = oneOrMore(Object.entries(identifiers).flatMap(([name, value]) => catalogue[name]?.(value) ?? []));
  return { '@type': type, name: title, url: routes.whole(routes.work(id)), ...(sameAs && { sameAs }) };
}

/** Where a claim stands in a work: the episode, as part of its series, or the work as a whole. */
export function placeInWork(work: Work, episode: Episode | undefined, routes: Routes) {
  const whole = workReference(work, routes);
  if (!episode) return whole;
  return { ...episodeThing(episode, work), [hasEpisodes(work.type) ? 'partOfSeries' : 'isPartOf']: whole };
}

function episodeThing({ number, title, published }: Episode, work: Work) {
  const type = episodeTypes[work.type];
  return {
    '@type': type ?? 'CreativeWork',
    name: title ?? `${work.title} ${number}`,
    [type ? 'episodeNumber' : 'position']: number,
    ...(isoDate(published) && { datePublished: isoDate(published) }),
  };
}

const episodeTypes: Partial<Record<WorkType, string>> = {
  TVSeries: 'TVEpisode',
  RadioSeries: 'RadioEpisode',
  PodcastSeries: 'PodcastEpisode',
};

function hasEpisodes(type: WorkType): boolean {
  return episodeTypes[type] !== undefined;
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
