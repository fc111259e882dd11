import { type ImageFile, type Rendition, renditionName } from './image.ts';

/** The addresses of the site's pages. Every link in pages, content and exports is made here. */
export interface Routes {
  /** The path the site is hosted under, with a slash at both ends: `/` or `/below/a/path/`. */
  readonly base: string;
  /** The host, as an address is printed: `record.example`. */
  readonly host: string;
  /** A path of the site (`/claims/`), as a link in a page: with the base before it. */
  readonly path: (path: string) => string;
  /** The same as an absolute address. */
  readonly absolute: (path: string) => string;
  /** The absolute address of a link that was made here, for what leaves the site. */
  readonly whole: (link: string) => string;
  readonly review: (slug: string, fragment?: string) => string;
  /** A claim; with the revision that is current when the link is given, so that it can tell when it is old. */
  readonly claim: (id: string, revision?: number) => string;
  /** A page of a list of claims: of all of them, or of those that share something. */
  readonly claims: (list?: ClaimList) => string;
  readonly fact: (id: string, revision?: number) => string;
  /** A long list of claims and facts goes over several pages, counted from 1. */
  readonly person: (id: string, page?: number) => string;
  readonly work: (id: string) => string;
  readonly source: (key: string, page?: number) => string;
  /** A claim to be shown in a frame on other people's pages, and what tells programs how. */
  readonly embed: (id: string) => string;
  readonly oEmbed: (id: string) => string;
  /** A matter that several works tell. */
  readonly question: (id: string) => string;
  readonly questions: () => string;
  /** The record by date, or a decade of it: beside all works or one. */
  readonly timeline: (list?: TimelineList) => string;
  /** The picture that stands for the page at a path (`/claims/x/`) where its address is pasted. */
  readonly card: (page: string) => string;
  /** One of the files made of an image: among those whose names change with their bytes, and which may be kept for ever. */
  readonly picture: (image: ImageFile, rendition: Rendition) => string;
  readonly search: (query?: Readonly<Record<string, string>>) => string;
  /** The annotation in a form for machines: Web Annotation, or the author's Markdown. */
  readonly annotation: (kind: 'claim' | 'fact', id: string, form?: 'json' | 'md') => string;
  /** The annotations of a review as a collection, or a page of it, counted from 1. */
  readonly annotations: (slug: string, page?: number) => string;
  /** The JSON Schema of a kind of file. */
  readonly schema: (name: string, version: number) => string;
}

/** All claims, or those of a verdict or a decade; pages are counted from 1. */
export type ClaimList = { readonly page?: number } & (
  | { readonly by?: undefined }
  | { readonly by: 'verdict' | 'decade'; readonly of: string }
);

/** The record beside all works or one, whole or of a decade; pages are counted from 1. */
export interface TimelineList {
  readonly work?: string | undefined;
  readonly decade?: string | undefined;
  readonly page?: number;
}

/** `siteUrl` is the address of the host, `base` the path below it; either may end in a slash or not. */
export function createRoutes(siteUrl: string, base: string): Routes {
  const root = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const { origin, host } = new URL(siteUrl);
  const path = (to: string) => root + to.replace(/^\/+/, '');
  const page = (kind: string) => (id: string) => path(`${kind}/${encodeURIComponent(id)}/`);
  const dated = (kind: string) => (id: string, revision?: number) =>
    page(kind)(id) + (revision === undefined ? '' : `#${revisionFragment(revision)}`);
  const numbered = (place: string, number = 1) => (number > 1 ? `${place}page/${number}/` : place);
  return {
    base: root,
    host,
    path,
    absolute: (to) => origin + path(to),
    whole: (link) => origin + link,
    review: (slug, fragment) => page('reviews')(slug) + (fragment ? `#${fragment}` : ''),
    claim: dated('claims'),
    // Folders below `claims/<word>/` are free: a claim is one step deep, whatever its id.
    claims: ({ page: number = 1, ...list } = {}) => {
      const place = list.by ? page(`claims/${list.by}`)(list.of) : path('claims/');
      return numbered(place, number);
    },
    fact: dated('facts'),
    person: (id, number) => numbered(page('people')(id), number),
    work: page('works'),
    source: (key, number) => numbered(page('sources')(key), number),
    embed: page('embed/claims'),
    oEmbed: (id) => path(`oembed/claims/${encodeURIComponent(id)}.json`),
    question: page('questions'),
    // A work is one step deep, whatever its id: two steps below `timeline/` folders are free.
    timeline: ({ work, decade, page: number } = {}) => {
      const place = work === undefined ? path('timeline/') : page('timeline')(work);
      return numbered(decade === undefined ? place : `${place}decade/${encodeURIComponent(decade)}/`, number);
    },
    questions: () => path('questions/'),
    card: (to) => path(to === '/' ? 'cards/site.png' : `cards${encodeURI(to).replace(/\/$/, '')}.png`),
    picture: (image, rendition) => path(`_astro/${renditionName(image, rendition)}`),
    search: (query = {}) => {
      const parameters = new URLSearchParams(query).toString();
      return path('search/') + (parameters && `?${parameters}`);
    },
    annotation: (kind, id, form = 'json') => path(`${kind}s/${encodeURIComponent(id)}.${form}`),
    annotations: (slug, page) => {
      const collection = `reviews/${encodeURIComponent(slug)}/annotations`;
      return path(page === undefined ? `${collection}.json` : `${collection}/${page}.json`);
    },
    schema: (name, version) => path(`schemas/${name}-${version}.json`),
  };
}

/**
 * The fragment a revision answers to on the page of its annotation: `r2`; `former-id--r2` for a revision of another that
 * was merged into it, for its own count is another.
 */
export function revisionFragment(revision: number, mergedAs?: string): string {
  return `${mergedAs === undefined ? '' : `${mergedAs}--`}r${revision}`;
}
