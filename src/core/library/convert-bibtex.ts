import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { BibtexEntry } from './bibtex-entries.ts';

/** What citation-js makes of an entry: CSL variables, of which some are not yet as CSL wants them. */
export type Converted = Readonly<Record<string, unknown>>;

/**
 * Gives an entry to citation-js, with those from which it inherits behind it; `undefined` when it cannot be read. Keys
 * stay out of this: citation-js keeps them in plain objects, where `__proto__` is no key like others.
 */
export function convertBibtex(family: readonly BibtexEntry[]): Converted | undefined {
  const input = family.map(({ type, fields }, index) => ({
    type,
    label: `entry-${index}`,
    properties: {
      ...Object.fromEntries([...fields].filter(isUsed).map(([name, { value }]) => prepared(type, name, value))),
      crossref: index + 1 < family.length ? `entry-${index + 1}` : '',
    },
  }));
  return converted(input);
}

/** citation-js throws at LaTeX that it cannot read. */
function converted(entries: Parameters<typeof plugins.input.data>[0]): Converted | undefined {
  try {
    return plugins.input.data(entries, '@biblatex/entries+list')[0];
  } catch {
    return undefined;
  }
}

/** Long fields that no page shows are not worth their time, and a field may not be named like a part of every object. */
function isUsed([name]: readonly [string, unknown]): boolean {
  return !['abstract', 'file', 'crossref'].includes(name) && !(name in Object.prototype);
}

const names = new Set(['author', 'editor', 'translator', 'bookauthor']);
const lists = new Set(['publisher', 'location', 'address', 'institution', 'organization', 'school', 'origpublisher']);

/** A field in the form in which citation-js loses nothing of it. */
function prepared(type: string, name: string, value: string): [string, string] {
  // It would take a name that begins with an accent in LaTeX for a particle,
  if (names.has(name)) return [name, value.includes('\\') ? value.replace(accent, letterOf) : value];
  // keep only "Farrar" of "Farrar and Rinehart",
  if (lists.has(name)) return [name, `{${value}}`];
  // and drop the name of the website, which Zotero puts here.
  return [type === 'online' && name === 'titleaddon' ? 'booktitle' : name, value];
}

const accent = /\{\\(?:[^{}]|\{[^{}]*\})*\}|\\[^a-zA-Z\s\\{}$](?:\{[^{}]*\}|[a-zA-Z])|\\[a-zA-Z]+ ?\{[^{}]*\}/g;
const letters = new Map<string, string>();

function letterOf(latex: string): string {
  const known = letters.get(latex);
  if (known !== undefined) return known;
  const letter = String(
    converted([{ type: 'misc', label: 'letter', properties: { title: latex } }])?.['title'] ?? latex,
  );
  letters.set(latex, letter);
  return letter;
}
