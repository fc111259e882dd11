import type { Cite, Engine } from 'citeproc';
import type { Element, ElementContent } from 'hast';
import type { CitationItem, Prose } from '../model/annotation.ts';
import type { Routes } from '../model/routes.ts';
import type { CslItem } from '../model/source.ts';
import { chicagoAuthorDate, citationLayout } from './chicago-author-date.ts';
import { citedItem } from './cited-item.ts';
import { createEngine } from './csl-engine.ts';
import { inlineMarkup, nodesOf, textOf } from './inline-markup.ts';
import { createLabels } from './labels.ts';
import { createLocators } from './locators.ts';

/** How the sources of one bibliography are named, listed and cited. */
export interface CitationStyle {
  /** "Deutscher 1954": what names a source in a citation, unlike that of any other. */
  readonly label: (key: string) => string;
  /** The source as a bibliography lists it, without links. */
  readonly entry: (key: string) => Prose;
  /**
   * A citation in brackets, each source linked to its page, as nodes that are never changed and may be shared. Keys that are
   * not in the bibliography are left out.
   */
  readonly cite: (items: readonly CitationItem[]) => readonly ElementContent[];
}

/**
 * The style of the site, formatted by the CSL processor (see `chicagoAuthorDate`). Works that would have the same label
 * are told apart as CSL does, over the whole bibliography in its order: 1932a, 1932b. Nothing is formatted before it is
 * asked for, and nothing twice. Source: CSL 1.0.2 and the documentation of citeproc-js.
 */
export function createCitationStyle(
  items: ReadonlyMap<string, CslItem>,
  { language, routes }: { readonly language: string; readonly routes: Routes },
): CitationStyle {
  // The processor keeps items in plain objects, where `__proto__` is no key like others.
  const ids = new Map([...items.keys()].map((key, index) => [key, `source-${index}`]));
  const idOf = (key: string) => ids.get(key) ?? '';
  const citations = new Map<string, readonly ElementContent[]>();
  let formatter: Formatter | undefined;
  const formatted = () => {
    formatter ??= createFormatter(new Map([...items].map(([key, item]) => [idOf(key), citedItem(item)])), language);
    return formatter;
  };
  return {
    label: (key) => textOf(formatted().label(idOf(key))),
    entry: (key) => {
      const html = formatted().entry(idOf(key));
      return { html, text: textOf(html) };
    },
    cite: (cited) => {
      const name = JSON.stringify(cited);
      const nodes = citations.get(name) ?? cluster(cited.filter(({ key }) => items.has(key)));
      citations.set(name, nodes);
      return nodes;
    },
  };

  function cluster(cited: readonly CitationItem[]): Element[] {
    const { prefix, suffix, delimiter } = formatted().layout;
    if (cited.length === 0) return [];
    const parts = cited.flatMap((item, index) => [...(index > 0 ? [text(delimiter)] : []), ...linked(item)]);
    return [element('span', { className: ['citation'] }, [text(prefix), ...parts, text(suffix)])];
  }

  function linked({ key, prefix = '', label = 'page', locator, suffix = '' }: CitationItem): ElementContent[] {
    const link = element('a', { href: routes.source(key) }, nodesOf(formatted().label(idOf(key))));
    const place = locator === undefined ? '' : formatted().locator(idOf(key), label, locator);
    // As CSL joins them: with a space where the author left none and no punctuation parts them.
    const before = prefix + (/[^\s(]$/.test(prefix) ? ' ' : '');
    const after = (/^[^\s,.;:)]/.test(suffix) ? ' ' : '') + suffix;
    return [text(before), link, ...nodesOf(place), text(after)].filter(
      (node) => node.type !== 'text' || node.value !== '',
    );
  }
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

interface Formatter {
  readonly layout: ReturnType<typeof citationLayout>;
  /** HTML, by the ids of items. */
  readonly label: (id: string) => string;
  readonly locator: (id: string, label: string, locator: string) => string;
  readonly entry: (id: string) => string;
}

function createFormatter(items: ReadonlyMap<string, ReturnType<typeof citedItem>>, language: string): Formatter {
  const style = chicagoAuthorDate();
  const layout = citationLayout(style);
  const retrieveItem = (id: string) => ({ ...items.get(id), id });
  const engine = createEngine(retrieveItem, style, language);
  engine.setOutputFormat('html');
  /** A citation of one source, without its brackets. */
  const cite = (id: string, place?: Omit<Cite, 'id'>) =>
    inlineMarkup(engine.makeCitationCluster([{ id, ...place }])).slice(layout.prefix.length, -layout.suffix.length);
  let entries: ReadonlyMap<string | undefined, string> | undefined;
  return {
    layout,
    label: createLabels(engine, items, cite),
    locator: createLocators(engine, cite),
    entry: (id) => {
      entries ??= allEntries(engine, [...items.keys()]);
      return entries.get(id) ?? '';
    },
  };
}

/** The processor lists all sources it knows at once. */
function allEntries(engine: Engine, ids: readonly string[]): Map<string | undefined, string> {
  engine.updateItems(ids, true);
  const [{ entry_ids: order }, entries] = engine.makeBibliography();
  return new Map(entries.map((html, index) => [order[index]?.[0], inlineMarkup(html).trim()]));
}
