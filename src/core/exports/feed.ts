import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { Library } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { type Agent, publisherOf } from './agents.ts';
import { latest } from './changes.ts';
import { dateTime } from './iso-date.ts';
import { xmlCharacters } from './xml-characters.ts';

/** Something a feed tells of. */
export interface FeedEntry {
  /** Permanent, unlike that of any other entry; an IRI. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** EDTF. */
  readonly published: string;
  readonly updated: string;
  readonly author: Agent;
  readonly language: string;
  readonly tags: readonly string[];
}

/** What a feed of this site tells. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly entries: readonly FeedEntry[];
}

/** How many entries a feed keeps; what is older stands in the tables. */
const longest = 100;

/** The newest entries of a feed as Atom. `name` is that of its files, `<name>.xml` and `<name>.json`. Source: RFC 4287. */
export function atomFeed(name: string, feed: Feed, library: Library, routes: Routes): string {
  const { title, description, entries } = feed;
  const { site } = library;
  const newest = newestOf(entries);
  const atom = generateAtomFeed({
    id: routes.absolute(`/${name}.xml`),
    title: { value: title },
    subtitle: { value: description },
    updated: dateTime(lastChange(newest, library)) ?? beginning,
    authors: [{ name: publisherOf(site).name, uri: routes.absolute('/') }],
    generator: { text: 'On the Record' },
    icon: routes.absolute('/icon.svg'),
    ...(site.licence && { rights: { value: site.licence.name } }),
    links: [
      { rel: 'self', type: 'application/atom+xml', href: routes.absolute(`/${name}.xml`) },
      { rel: 'alternate', type: 'text/html', href: routes.absolute('/') },
      { rel: 'alternate', type: 'application/feed+json', href: routes.absolute(`/${name}.json`) },
    ],
    entries: newest.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      links: [{ rel: 'alternate', type: 'text/html', hreflang: entry.language, href: entry.url }],
      ...present('published', dateTime(entry.published)),
      updated: dateTime(entry.updated) ?? beginning,
      authors: [{ name: entry.author.name }],
      categories: entry.tags.map((term) => ({ term })),
      content: { type: 'text', value: entry.text },
    })),
  });
  return xmlCharacters(atom);
}

/** The same as a JSON Feed. Source: JSON Feed, version 1.1. */
export function jsonFeed(name: string, { title, description, entries }: Feed, { site }: Library, routes: Routes) {
  const feed = generateJsonFeed({
    title,
    description,
    home_page_url: routes.absolute('/'),
    feed_url: routes.absolute(`/${name}.json`),
    icon: routes.absolute('/icon.svg'),
    language: site.language,
    authors: [{ name: publisherOf(site).name, url: routes.absolute('/') }],
    items: newestOf(entries).map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      ...present('date_published', dateTime(entry.published)),
      ...present('date_modified', dateTime(entry.updated)),
      authors: [{ name: entry.author.name }],
      language: entry.language,
      tags: [...entry.tags],
    })),
  });
  return { items: [], ...(feed as object) }; // of a feed without entries the writer drops the list
}

/** A property that is left out where it has no value. */
function present<Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]: string }); // a computed name is any string to the compiler
}

function newestOf(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  return entries.toSorted((a, b) => (a.updated === b.updated ? 0 : a.updated < b.updated ? 1 : -1)).slice(0, longest);
}

/** Of a feed without entries: when the site last published anything. */
function lastChange([newest]: readonly FeedEntry[], { reviews }: Library): string {
  return newest?.updated ?? latest(['1970-01-01', ...[...reviews.values()].map(({ meta }) => meta.published)]);
}

const beginning = '1970-01-01T00:00:00Z';
