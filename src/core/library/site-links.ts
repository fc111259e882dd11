import type { Parsed } from '../markdown/parse-review.ts';
import { type Message, reportTo } from '../messages/message.ts';
import { code, nearest } from '../messages/nearest.ts';
import { toIdentifier } from '../model/identifier.ts';
import type { Library } from '../model/library.ts';
import type { SiteLink } from '../model/link-check.ts';

/**
 * Reports links to pages of this site that are not there, and to parts of a review that are not in it. What cannot be
 * known is let be: addresses of other kinds, parts of pages that are no reviews, parts that the pages themselves bring, and
 * ids of what could not be read, which may be there once it can.
 */
export function lostLinks(
  library: Library,
  parsed: readonly Parsed[],
  ofPages: readonly SiteLink[],
): readonly Message[] {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const broken = new Set(parsed.flatMap((one) => [...one.broken]));
  const isUnsure = parsed.some(({ review, hasNameless }) => hasNameless || !review);
  const pages = pagesOf(library);
  for (const { review, siteLinks } of parsed) {
    for (const link of siteLinks) {
      if (!link.href.startsWith('#')) checkPage(link);
      else if (review) checkPart(review.slug, link.href.slice(1), link);
    }
  }
  for (const link of ofPages) if (link.href.startsWith('/')) checkPage(link);
  return messages;

  function checkPage(link: SiteLink): void {
    const [, kind = '', written = '', fragment] =
      /^\/([a-z]+)\/([^/?#]+)\/?(?:[?][^#]*)?(?:#(.*))?$/.exec(link.href) ?? [];
    const known = pages.get(kind);
    const id = decoded(written);
    if (!known || id === 'page') return;
    if (known.has(id)) {
      if (kind === 'reviews' && fragment) checkPart(id, fragment, link);
      return;
    }
    if (isUnsure || broken.has(id)) return;
    const near = nearest(id, known);
    report('unknown-target', link.place, {
      found: `a link to ${code(link.href)}, which is no page of this site`,
      expected:
        near === undefined
          ? `the address of a page there is below ${code(`/${kind}/`)}`
          : `${code(`/${kind}/${near}/`)} (the nearest)`,
    });
  }

  function checkPart(slug: string, written: string, { href, place }: SiteLink): void {
    const review = library.reviews.get(slug);
    const fragment = decoded(written);
    if (!review || fragment === '' || ofThePage.test(fragment) || library.formerIds.has(fragment)) return;
    const headings = review.headings.map((heading) => heading.fragment);
    const passages = review.blocks.flatMap((block) => block.passages.map((passage) => passage.fragment));
    const known = [...headings, ...passages];
    if (known.includes(fragment) || broken.has(fragment)) return;
    const asHeading = `section--${toIdentifier(fragment) ?? fragment}`;
    const near = headings.includes(asHeading) ? asHeading : nearest(fragment, known);
    report('unknown-target', place, {
      found: `a link to ${code(href)}, which is no heading and no passage of the review`,
      expected:
        near === undefined
          ? `the address of one: ${
              known
                .slice(0, 3)
                .map((one) => code(`#${one}`))
                .join(', ') || 'there is none'
            }`
          : `${code(`#${near}`)} (the nearest)`,
    });
  }
}

/** A footnote, a note in the margin, a part of the page itself (`page--text`, `share--`), or a text fragment. */
const ofThePage = /^(?!section--).*--(?!\d+$)|:~:/;

/** The ids of the pages there are of each kind, those that lead on or say what became of something too. */
function pagesOf(library: Library): ReadonlyMap<string, ReadonlySet<string>> {
  const { reviews, claims, facts, withdrawals, withdrawnReviews, formerIds, formerSlugs } = library;
  const gone = [...withdrawals.keys(), ...formerIds.keys()];
  return new Map([
    ['reviews', new Set([...reviews.keys(), ...withdrawnReviews.keys(), ...formerSlugs.keys()])],
    ['claims', new Set([...claims.keys(), ...gone, 'verdict', 'decade'])],
    ['facts', new Set([...facts.keys(), ...gone])],
    ['people', new Set(library.people.keys())],
    ['works', new Set(library.works.keys())],
    ['sources', new Set(library.sources.keys())],
    ['questions', new Set(library.questions.keys())],
  ]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign
  }
}
