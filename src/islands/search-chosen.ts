import type { SearchState } from '../core/search/search-state.ts';
import { element } from './search-elements.ts';
import type { ChosenValue } from './search-engine.ts';
import { stateLink } from './search-reading.ts';
import type { SearchText } from './search-text.ts';

/** What the results are narrowed by, each a link that takes it back; from two on with one that takes all back. */
export function chosenItems(state: SearchState, chosen: readonly ChosenValue[], text: SearchText): HTMLLIElement[] {
  const links = chosen.map(({ facet, id, label }) => {
    const values = state.chosen[facet]?.filter((value) => value !== id) ?? [];
    const { [facet]: _, ...others } = state.chosen;
    const link = stateLink({ ...state, chosen: values.length > 0 ? { ...others, [facet]: values } : others }, label);
    link.setAttribute('aria-label', text.remove(label));
    link.className = 'chip';
    return link;
  });
  if (links.length > 1) links.push(stateLink({ ...state, chosen: {} }, text.clearAll));
  return links.map((link) => element('li', {}, link));
}
