import type { TextPositionSelector, TextQuoteSelector } from '../model/annotation.ts';
import type { Claim, Fact, Library, PlacedPassage, ReviewEntry } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { type Agent, publisherOf, reviewerOf } from './agents.ts';
import { changesOf } from './changes.ts';
import { dateTime } from './iso-date.ts';

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Web Annotation Data Model, 3.3.5: why a body is there, or the whole annotation. */
export type Motivation =
  | 'assessing'
  | 'classifying'
  | 'commenting'
  | 'describing'
  | 'identifying'
  | 'linking'
  | 'tagging';

/** Web Annotation Data Model, 3.2.4: a body that is itself a text. */
export interface TextualBody {
  readonly type: 'TextualBody';
  readonly purpose: Motivation;
  readonly value: string;
  readonly format?: 'text/plain' | undefined;
  readonly language?: string | undefined;
}

/** Web Annotation Data Model, 4: a page that is linked, and why. */
export interface LinkedBody {
  readonly type: 'SpecificResource';
  readonly purpose: Motivation;
  readonly source: string;
}

/** Web Annotation Data Model, 4: a passage of a page as it stood on a date. */
export interface PassageTarget {
  readonly type: 'SpecificResource';
  readonly source: string;
  readonly selector: readonly [TextQuoteSelector, TextPositionSelector];
  readonly state: { readonly type: 'TimeState'; readonly sourceDate: string | undefined };
}

/** Web Annotation Data Model, 3.3.2. */
export interface AnnotationAgent extends Agent {
  readonly id?: string | undefined;
}

/** What the ledger knows of an annotation, in terms that the context of Web Annotations has prefixes for. */
interface Versions {
  readonly 'schema:version'?: number;
  readonly 'dcterms:hasVersion'?: readonly { readonly id: string }[];
}

/** An annotation of this site: Web Annotation Data Model, 3.1. */
export interface WebAnnotation extends Versions {
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: Motivation;
  readonly created: string | undefined;
  readonly modified: string | undefined;
  readonly creator: AnnotationAgent;
  readonly generator: { readonly type: 'Software'; readonly name: string };
  readonly rights?: string | undefined;
  readonly body: readonly (TextualBody | LinkedBody)[];
  /** Passages; the page of the review alone where there is none. */
  readonly target: readonly PassageTarget[] | string;
}

/**
 * A claim or a fact as a Web Annotation without its `@context`. A claim is assessed: its bodies are the exact statement,
 * the verdict (in words, and as the list of all claims with it), what shows it, its tags, and links to the people it is
 * about and to the facts that bear on it. A fact is linked: to its sources, the claims it bears on and the people it is
 * about. Where a fact is not marked itself, its targets are the passages of the claims it bears on,
 * of those in its own review if there are any. Offsets are code points
 * in the text of the element `review--text` of the page, elements of the class `not-annotatable` left out.
 */
export function webAnnotation(annotation: Claim | Fact, library: Library, routes: Routes): WebAnnotation {
  const { site } = library;
  const { published, modified } = changesOf(annotation, library);
  return {
    id: routes.whole(routes.annotation(annotation.kind, annotation.id)),
    type: 'Annotation',
    motivation: annotation.kind === 'claim' ? 'assessing' : 'linking',
    created: dateTime(published),
    modified: dateTime(modified),
    creator: annotationAgent(reviewerOf(annotation.review, site), site, routes),
    generator: { type: 'Software', name: 'On the Record' },
    rights: site.licence?.url,
    body: annotation.kind === 'claim' ? claimBodies(annotation, site, routes) : factBodies(annotation, site, routes),
    target: targetsOf(annotation, routes),
    ...versions(annotation, library, routes),
  };
}

/** The revision it is now, and where all of its revisions are told; nothing where nothing was recorded yet. */
function versions({ kind, id }: Claim | Fact, { history, revision }: Library, routes: Routes): Versions {
  const current = revision(id);
  if (current === undefined) return {};
  const page = kind === 'claim' ? routes.claim : routes.fact;
  const all = [...new Set(history(id).map((one) => one.revision))];
  return { 'schema:version': current, 'dcterms:hasVersion': all.map((one) => ({ id: routes.whole(page(id, one)) })) };
}

/** The site has an address that names it; a person has none. */
export function annotationAgent(agent: Agent, site: Library['site'], routes: Routes): AnnotationAgent {
  return agent.name === publisherOf(site).name ? { id: routes.absolute('/'), ...agent } : agent;
}

function claimBodies(claim: Claim, site: Library['site'], routes: Routes): (TextualBody | LinkedBody)[] {
  const language = claim.review.meta.language ?? site.language;
  const { verdict } = claim;
  const tags = [...claim.departures, ...claim.topics.map((topic) => site.topics[topic] ?? topic)];
  return [
    text('describing', claim.statement.text, language),
    text('assessing', verdict.label, site.language),
    linked('classifying', routes.whole(routes.claims({ by: 'verdict', of: verdict.id }))),
    ...(claim.detail ? [text('commenting', claim.detail.text, language)] : []),
    ...tags.map((tag): TextualBody => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
    ...claim.about.map(({ id }) => linked('identifying', routes.whole(routes.person(id)))),
    linked('linking', routes.whole(routes.claim(claim.id))),
    ...claim.evidence.map(({ fact }) => linked('linking', routes.whole(routes.fact(fact.id)))),
  ];
}

function factBodies(fact: Fact, site: Library['site'], routes: Routes): (TextualBody | LinkedBody)[] {
  return [
    text('describing', fact.body.text, fact.review.meta.language ?? site.language),
    ...fact.about.map(({ id }) => linked('identifying', routes.whole(routes.person(id)))),
    linked('linking', routes.whole(routes.fact(fact.id))),
    ...fact.sources.map(({ key }) => linked('linking', routes.whole(routes.source(key)))),
    ...fact.bearings.map(({ claim }) => linked('linking', routes.whole(routes.claim(claim.id)))),
  ];
}

function text(purpose: Motivation, value: string, language: string): TextualBody {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', language };
}

function linked(purpose: Motivation, source: string): LinkedBody {
  return { type: 'SpecificResource', purpose, source };
}

function targetsOf(annotation: Claim | Fact, routes: Routes): readonly PassageTarget[] | string {
  const passages =
    annotation.passages.length > 0 || annotation.kind === 'claim' ? annotation.passages : borneOn(annotation);
  if (passages.length === 0) return routes.whole(routes.review(annotation.review.slug));
  return passages.map((passage) => passageTarget(passage, routes));
}

/** The passages of the claims that a fact bears on: those in its own review, or where there are none, in others. */
function borneOn({ bearings, review }: Fact): readonly PlacedPassage[] {
  const all = [...new Set(bearings.flatMap(({ claim }) => claim.passages))];
  const own = all.filter((passage) => passage.review.slug === review.slug);
  return own.length > 0 ? own : all;
}

function passageTarget({ review, quote, position }: PlacedPassage, routes: Routes): PassageTarget {
  return {
    type: 'SpecificResource',
    source: routes.whole(routes.review(review.slug)),
    selector: [quote, position],
    state: { type: 'TimeState', sourceDate: dateTime(asOf(review)) },
  };
}

function asOf({ meta: { published, updated = published } }: ReviewEntry): string {
  return updated;
}
