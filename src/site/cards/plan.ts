import { createHash } from 'node:crypto';
import type { Library } from '../../core/model/library.ts';
import type { Routes } from '../../core/model/routes.ts';
import { type Card, cardInWords, cardOfClaim, cardOfFact, cardOfReview, cardOfSite, cardOfWithdrawal } from './card.ts';
import { canSet } from './coverage.ts';

/**
 * Every card of the site by the path of its page, as far as `cards` of `site.yaml` asks for them. A page whose text the
 * site's type cannot set has none of its own.
 */
export function plannedCards(library: Library): ReadonlyMap<string, Card> {
  const known = plans.get(library);
  if (known) return known;
  const planned = new Map([...cardsOf(library)].filter(([, card]) => canSet(cardInWords(card))));
  for (const [former, page] of formerPages(library)) {
    const card = planned.get(page);
    if (card) planned.set(former, card);
  }
  plans.set(library, planned);
  return planned;
}

const plans = new WeakMap<Library, ReadonlyMap<string, Card>>();

function* cardsOf(library: Library): Generator<[string, Card]> {
  const { cards } = library.site;
  yield ['/', cardOfSite(library)];
  if (cards === 'none') return;
  for (const [slug, review] of library.reviews) yield [`/reviews/${slug}/`, cardOfReview(review, library)];
  if (cards === 'reviews') return;
  for (const [id, claim] of library.claims) yield [`/claims/${id}/`, cardOfClaim(claim, library)];
  for (const [id, fact] of library.facts) yield [`/facts/${id}/`, cardOfFact(fact, library)];
  for (const [id, withdrawal] of library.withdrawals) {
    yield [`/${withdrawal.was ?? 'claim'}s/${id}/`, cardOfWithdrawal(withdrawal, library)];
  }
}

/** Pages that moved, each with where it is now: whoever kept the address of the old card is shown the new one. */
function* formerPages({ formerIds, formerSlugs }: Library): Generator<[string, string]> {
  for (const [id, { kind, to, toKind }] of formerIds) yield [`/${kind}s/${id}/`, `/${toKind}s/${to}/`];
  for (const [slug, to] of formerSlugs) yield [`/reviews/${slug}/`, `/reviews/${to}/`];
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

/** The card of the page at a path: its own, or else that of the site. */
export function shownCard(library: Library, routes: Routes, path: string | undefined): ShownCard | undefined {
  const planned = plannedCards(library);
  const page = path !== undefined && planned.has(path) ? path : '/';
  const card = planned.get(page);
  if (!card) return undefined;
  const version = createHash('sha256').update(JSON.stringify(card)).digest('hex').slice(0, 8);
  return {
    address: `${routes.absolute(routes.card(page).slice(routes.base.length - 1))}?v=${version}`,
    alt: cardInWords(card),
  };
}
