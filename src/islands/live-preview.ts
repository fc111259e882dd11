import type { Problems } from '../core/model/live-preview.ts';
import { patch } from './patch-page.ts';
import { showProblems } from './problem-panel.ts';

/**
 * On the pages of the dev server alone: shows each change of the content where it is, without a reload; keeps the reader's
 * place over a change and over the reloads there are; and shows what is wrong with the content.
 */

const memory = 'otr-place';

interface Place {
  readonly path: string;
  /** An element that was near the top of the window, and how far below the top it was, in pixels. */
  readonly id: string | undefined;
  readonly top: number;
  readonly open: readonly string[];
}

let problems: Problems | undefined;
/** The page as it came last from the server. */
let shown = pageNow();

const hot = import.meta.hot; // in one word: so Vite knows that it is wanted
hot?.on('vite:beforeFullReload', () => {
  history.scrollRestoration = 'manual';
  sessionStorage.setItem(memory, JSON.stringify(placeNow()));
});
hot?.on('content:problems', (told: Problems) => {
  problems = told;
  showProblems(told);
});
hot?.on('content:changed', () => {
  const before = shown;
  shown = before.then(update);
});
hot?.send('content:ask');
returnToPlace();

async function pageNow(): Promise<Document | undefined> {
  const response = await fetch(location.pathname);
  return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
}

/** Changes the open page into what it is now; a page that is not there, or needs other styles or scripts, is loaded anew. */
async function update(before: Document | undefined): Promise<Document | undefined> {
  const after = await pageNow();
  const [live, old, next] = [document, before, after].map((page) => page?.querySelector('main'));
  if (!before || !after || !live || !old || !next || partsOf(before) !== partsOf(after)) {
    location.reload();
    return after;
  }
  const anchor = nearestToTop('main :is(p, h2, h3, li, td, figure)');
  const top = anchor ? topOf(anchor) : 0;
  patch(live, old, next);
  document.title = after.title;
  if (anchor?.isConnected) scrollBy({ top: topOf(anchor) - top, behavior: 'instant' });
  if (problems) showProblems(problems);
  return after;
}

/** What a page is shown with. */
function partsOf(page: Document): string {
  const parts = page.querySelectorAll('style, link[rel="stylesheet"], script:not([type="application/ld+json"])');
  return [...parts].map(({ outerHTML }) => outerHTML).join('\n');
}

function placeNow(): Place {
  const nearest = nearestToTop('main [id]');
  const open = [...document.querySelectorAll('details[open] [id]')].map(({ id }) => id);
  return { path: location.pathname, id: nearest?.id, top: nearest ? topOf(nearest) : -scrollY, open };
}

/** The first that begins in the window or below it; or else the last above. */
function nearestToTop(selector: string): Element | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(({ offsetParent }) => offsetParent);
  const [nearest] = shown
    .map((element) => ({ element, top: topOf(element) }))
    .sort((a, b) => Number(a.top < 0) - Number(b.top < 0) || Math.abs(a.top) - Math.abs(b.top));
  return nearest?.element;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

function returnToPlace(): void {
  const kept = sessionStorage.getItem(memory);
  sessionStorage.removeItem(memory);
  const place = kept === null ? undefined : (JSON.parse(kept) as Place); // written above
  if (!place || place.path !== location.pathname) return;
  for (const id of place.open) document.getElementById(id)?.closest('details')?.setAttribute('open', '');
  const element = place.id === undefined ? undefined : document.getElementById(place.id);
  if (!element) return;
  const settle = () => scrollBy({ top: topOf(element) - place.top, behavior: 'instant' });
  settle();
  void document.fonts.ready.then(settle);
  addEventListener('load', settle, { once: true });
}
