import { type Embedded, embedCode, embedHeight } from '../core/exports/embed.ts';
import { asBibtex, asCslJson, asRis, asText, citedPage } from '../core/exports/page-citation.ts';
import { passageFragment } from '../core/exports/text-fragment.ts';
import type { Claim, Fact, Library } from '../core/model/library.ts';
import type { Routes } from '../core/model/routes.ts';
import { mostTellingFirst } from './evidence-order.ts';
import { wordsFor } from './text.ts';
import { typographic } from './typographic.ts';

/** What there is to pass on of an annotation. Links are absolute, `href`s those of a page of the site. */
export interface SharedTexts {
  /** Of which revision the link is; none where it was not recorded yet. */
  readonly revision?: number | undefined;
  readonly href: string;
  readonly link: string;
  readonly quotation: string;
  /** To its first passage in the review. */
  readonly passage?: { readonly href: string; readonly link: string } | undefined;
  readonly citation: string;
  readonly embed?: string | undefined;
  readonly formats: readonly {
    readonly name: string;
    readonly file: string;
    readonly text: string;
  }[];
}

export function sharedTexts(annotation: Claim | Fact, library: Library, routes: Routes): SharedTexts {
  const { site } = library;
  const words = wordsFor(site.language);
  const { id, kind, review } = annotation;
  const revision = library.revision(id);
  const absolute = (href: string) => routes.absolute(href.slice(routes.base.length - 1));
  const href = kind === 'claim' ? routes.claim(id, revision) : routes.fact(id, revision);
  const link = absolute(href);
  const name = typographic(site.title, site.language);
  const statement = annotation.kind === 'claim' ? annotation.statement.text : annotation.summary.text;
  const [passage] = annotation.passages;
  const passageHref = passage && routes.review(passage.review.slug) + passageFragment(passage);
  const item = citedPage({
    id,
    title: statement,
    author: review.meta.author,
    site: name,
    publisher: site.publisher,
    published: library.history(id).at(-1)?.date ?? review.meta.updated ?? review.meta.published,
    genre: words.share.genre(kind, revision),
    language: site.language,
    address: link,
  });
  return {
    revision,
    href,
    link,
    quotation:
      annotation.kind === 'claim'
        ? words.share.quotation(
            statement,
            words.speakerElsewhere(annotation.by, annotation.work.type),
            typographic(annotation.work.title, site.language),
            annotation.verdict.label,
            `${name}, ${link}`,
          )
        : words.share.factQuotation(statement, `${name}, ${link}`),
    passage: passageHref === undefined ? undefined : { href: passageHref, link: absolute(passageHref) },
    citation: asText(item, site.language),
    embed: annotation.kind === 'claim' ? embedCode(embedded(id, id, library, routes)) : undefined,
    formats: [
      { name: 'BibTeX', file: `${id}.bib`, text: asBibtex(item) },
      { name: 'RIS', file: `${id}.ris`, text: asRis(item) },
      { name: 'CSL-JSON', file: `${id}.json`, text: asCslJson(item) },
    ],
  };
}

/**
 * What answers for the id of a claim now, as pages elsewhere embed it: the claim, the fact it was merged into, or what stays
 * of it. The frame always shows it as it is now, and so does the link in it. A fact has no frame but that of such a claim.
 */
export function embedded(
  id: string,
  to: string,
  { claims, facts, withdrawals, site }: Library,
  routes: Routes,
): Embedded {
  const absolute = (href: string) => routes.absolute(href.slice(routes.base.length - 1));
  const words = wordsFor(site.language);
  const claim = claims.get(to);
  const fact = facts.get(to);
  const withdrawal = withdrawals.get(to);
  const [told] = claim ? mostTellingFirst(claim) : [];
  const answer = told
    ? [words.stance[told.stance], told.fact.summary.text, ...told.fact.sources.map(({ label }) => label)]
    : (fact?.sources.map(({ label }) => label) ?? []);
  const kind = fact ? 'fact' : (withdrawal?.was ?? 'claim');
  return {
    frame: absolute(routes.embed(fact ? id : to)),
    address: absolute(routes[kind](to)),
    title: claim
      ? words.claim.title(claim.verdict.label, claim.statement.text)
      : fact
        ? `${words.fact.stamp}: ${fact.summary.text}`
        : words.withdrawn.title(to),
    height: embedHeight(
      (claim?.statement ?? fact?.summary)?.text.length ?? 0,
      answer.join('; ').length || (withdrawal?.reason.text.length ?? 0),
    ),
  };
}
