import { createHash } from 'node:crypto';
import type { Library } from '../../core/model/library.ts';
import type { Routes } from '../../core/model/routes.ts';
import { onceFor } from '../noted/notes.ts';
import {
  type Card,
  cardInWords,
  cardOfClaim,
  cardOfFact,
  cardOfReview,
  cardOfSite,
  cardOfWithdrawal,
  cardOfWithdrawnReview,
} from './card.ts';
import { canSet } from './coverage.ts';

/**
 * Every card of the site by the path of its page, as far as `cards` of `site.yaml` asks for them. A page whose text the
 * site's type cannot set has none of its own.
 */
export function plannedCards(library: Library): ReadonlyMap<string, Card> {
  return new Map([...pagesWithCards(library)].flatMap((page) => entry(page, cardAt(page, library))));
}

/** The paths of all pages that may have a card. */
export function* pagesWithCards({
  reviews,
  claims,
  facts,
  withdrawals,
  formerIds,
  formerSlugs,
  withdrawnReviews,
}: Library): Generator<string> {
  yield '/';
  for (const slug of [...reviews.keys(), ...withdrawnReviews.keys()]) yield `/reviews/${slug}/`;
  for (const id of claims.keys()) yield `/claims/${id}/`;
  for (const id of facts.keys()) yield `/facts/${id}/`;
  for (const [id, { was = 'claim' }] of withdrawals) yield `/${was}s/${id}/`;
  for (const [id, { kind }] of formerIds) yield `/${kind}s/${id}/`;
  for (const slug of formerSlugs.keys()) yield `/reviews/${slug}/`;
}

/** The card of one page. A page that moved has that of where it is now, for whoever kept the address of the old one. */
export function cardAt(page: string, library: Library): Card | undefined {
  const [, kind, id = ''] = /^\/(review|claim|fact)s\/([^/]+)\/$/.exec(page) ?? [];
  const former = kind !== 'review' ? library.formerIds.get(id) : undefined;
  if (former?.kind === kind && former) return cardAt(`/${former.toKind}s/${former.to}/`, library);
  const slug = kind === 'review' ? library.formerSlugs.get(id) : undefined;
  if (slug !== undefined) return cardAt(`/reviews/${slug}/`, library);
  const card = page === '/' ? cardOfSite(library) : isDrawn(kind, library) ? ownCard(kind, id, library) : undefined;
  return card && canSet(cardInWords(card)) ? card : undefined;
}

function ownCard(kind: string | undefined, id: string, library: Library): Card | undefined {
  const { reviews, claims, facts, withdrawals } = library;
  const [review, claim, fact, withdrawal] = [reviews.get(id), claims.get(id), facts.get(id), withdrawals.get(id)];
  if (kind === 'review') {
    const gone = library.withdrawnReviews.get(id);
    return gone ? cardOfWithdrawnReview(gone, library) : review && cardOfReview(review, library);
  }
  if (kind === 'claim' && claim) return cardOfClaim(claim, library);
  if (kind === 'fact' && fact) return cardOfFact(fact, library);
  return withdrawal && (withdrawal.was ?? 'claim') === kind ? cardOfWithdrawal(withdrawal, library) : undefined;
}

/** A card takes longer to draw than its page to make: of very many, only those are drawn that `site.yaml` asks for. */
export const veryMany = 3000;

/** Whether annotations go without cards of their own because there are very many, and nothing was said of it. */
export function areTooMany({ site, claims, facts }: Library): boolean {
  return site.cards === undefined && claims.size + facts.size > veryMany;
}

function isDrawn(kind: string | undefined, library: Library): boolean {
  const { cards = areTooMany(library) ? 'reviews' : 'all' } = library.site;
  return cards === 'all' || (cards === 'reviews' && kind === 'review');
}

function entry<Value>(key: string, value: Value | undefined): [string, Value][] {
  return value === undefined ? [] : [[key, value]];
}

/** The card a page is shown with, where its address is pasted. */
export interface ShownCard {
  /**
   * Its absolute address. The query changes with what the card says, so that a site which keeps pictures by their address
   * fetches the new one; the old one goes on being answered, with the new picture.
   */
  readonly address: string;
  readonly alt: string;
}

/** The card of the page at a path: its own, or else that of its review, or else that of the site. */
export function shownCard(library: Library, routes: Routes, path: string | undefined): ShownCard | undefined {
  for (const page of [path, reviewOf(path, library), '/']) {
    const card = page === undefined ? undefined : cardOf(page, library, routes);
    if (card) return card;
  }
  return undefined;
}

function cardOf(page: string, library: Library, routes: Routes): ShownCard | undefined {
  // Many pages may be shown with the card of one review.
  return onceFor(library, `card ${page}`, () => addressed(page, cardAt(page, library), routes));
}

function addressed(page: string, card: Card | undefined, routes: Routes): ShownCard | undefined {
  if (!card) return undefined;
  const version = createHash('sha256').update(JSON.stringify(card)).digest('hex').slice(0, 8);
  return {
    address: `${routes.absolute(routes.card(page).slice(routes.base.length - 1))}?v=${version}`,
    alt: cardInWords(card),
  };
}

/** The page of the review that an annotation's page belongs to. */
function reviewOf(path: string | undefined, { claims, facts }: Library): string | undefined {
  const [, kind, id = ''] = /^\/(claim|fact)s\/([^/]+)\/$/.exec(path ?? '') ?? [];
  const annotation = kind === 'claim' ? claims.get(id) : kind === 'fact' ? facts.get(id) : undefined;
  return annotation && `/reviews/${annotation.review.slug}/`;
}
