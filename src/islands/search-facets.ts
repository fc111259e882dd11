import { type FacetName, facetNames } from '../core/search/card.ts';
import type { FacetCount } from '../core/search/count-facets.ts';
import type { SearchState } from '../core/search/search-state.ts';
import { element, signElement } from './search-elements.ts';
import type { Answer } from './search-engine.ts';
import type { SearchText } from './search-text.ts';

/** The facets of the search page: `[data-facet=<name>]`, each with a list that is filled with boxes. */
export interface Facets {
  /** Counts what can be seen; a facet inside a closed `details` is counted when it is opened. */
  readonly count: (answer: Answer) => Promise<void>;
  /** What is ticked. */
  readonly chosen: () => SearchState['chosen'];
}

export function createFacets(root: HTMLElement, text: SearchText): Facets {
  const all = new Set<FacetName>();
  let current: Answer | undefined;

  const list = (name: FacetName) => root.querySelector<HTMLElement>(`[data-facet="${name}"] ul`);

  async function count(answer: Answer): Promise<void> {
    current = answer;
    await painted();
    if (current !== answer) return;
    const visible = facetNames.filter((name) => list(name)?.checkVisibility());
    if (visible.length === 0) return;
    const counts = await answer.count(visible);
    if (current !== answer) return;
    for (const [name, values] of counts) fill(name, values, answer);
  }

  /** The reader's place in the list stays where it was. */
  function fill(name: FacetName, values: readonly FacetCount[], answer: Answer): void {
    const active = document.activeElement;
    const focused = active instanceof HTMLInputElement && active.name === name ? active.value : undefined;
    const shown = all.has(name) ? values : values.filter(({ chosen }, index) => chosen || index < mostShown);
    const items = shown.map((value) => box(name, value, name === 'verdict' ? answer.signs.get(value.id) : undefined));
    if (shown.length < values.length) {
      const more = element('button', { type: 'button', class: 'more ui' }, text.all(values.length));
      more.addEventListener('click', () => {
        all.add(name);
        fill(name, values, answer);
        list(name)?.querySelectorAll('input')[mostShown]?.focus();
      });
      items.push(element('li', {}, more));
    }
    list(name)?.replaceChildren(...(items.length > 0 ? items : [element('li', { class: 'ui quiet' }, text.noValue)]));
    if (focused !== undefined)
      list(name)
        ?.querySelector<HTMLElement>(`input[value="${CSS.escape(focused)}"]`)
        ?.focus();
  }

  root.addEventListener('toggle', () => current && void count(current), { capture: true });

  return {
    count,
    chosen: () => {
      const chosen: Partial<Record<FacetName, string[]>> = {};
      for (const name of facetNames) {
        const boxes = [...root.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)];
        if (boxes.length > 0) chosen[name] = boxes.map((input) => input.value);
      }
      return chosen;
    },
  };
}

/** When the results stand on the screen: nobody waits for them because of the counts, nor for those of an older search. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve(); // nothing is painted
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** Further values are a click away; decades and verdicts never reach it. */
const mostShown = 12;

function box(name: FacetName, { id, label, count, chosen }: FacetCount, sign: string | undefined): HTMLLIElement {
  const input = element('input', { type: 'checkbox', name, value: id });
  input.checked = chosen;
  const attributes: Record<string, string> = sign === undefined ? {} : { 'data-sign': sign };
  return element(
    'li',
    {},
    element(
      'label',
      attributes,
      input,
      ...(sign === undefined ? [] : [signElement(sign)]),
      label,
      element('b', {}, String(count)),
    ),
  );
}
