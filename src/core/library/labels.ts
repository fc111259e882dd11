import type { Engine } from 'citeproc';

/**
 * Gives the names of sources in citations, by their ids in the processor: "Trotsky 1932a". Whether a name needs a letter
 * or a given name depends on the other works of its first author alone, so the processor is given those together, in
 * their order, and never the whole bibliography: of three thousand sources a site may cite thirty.
 */
export function createLabels(
  engine: Engine,
  items: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
  format: (id: string) => string,
): (id: string) => string {
  const works = Map.groupBy(items.keys(), (id) => firstName(items.get(id)));
  const labels = new Map<string, string>();
  return (id) => {
    if (!labels.has(id)) {
      const namesakes = works.get(firstName(items.get(id))) ?? [];
      engine.updateItems(namesakes, true);
      for (const one of namesakes) labels.set(one, format(one));
    }
    return labels.get(id) ?? '';
  };
}

/** The name a work is cited by, as far as works that share it may need to be told apart; those without one are one lot. */
function firstName(item: Readonly<Record<string, unknown>> = {}): string {
  const names = ['original-author', 'author', 'editor', 'translator', 'director']
    .map((role) => item[role])
    .find(Boolean);
  const name: { family?: unknown; literal?: unknown } = Array.isArray(names) ? names[0] : {};
  return String(name.family ?? name.literal ?? '').toLowerCase();
}
