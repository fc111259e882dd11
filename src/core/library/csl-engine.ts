import CSL, { type Engine, type XmlElement } from 'citeproc';
import { localeFor, localeNamed } from './csl-locales.ts';

/** A processor of citations for items by their ids, in the words of a language (a BCP 47 tag). */
export function createEngine(retrieveItem: (id: string) => object, style: XmlElement, language: string): Engine {
  const engine = new CSL.Engine({ retrieveItem, retrieveLocale: localeNamed }, style, localeFor(language), true);
  // It keeps citations by their text in a plain object, where `constructor` is something already.
  Object.setPrototypeOf(engine.registry.ambigcites, null);
  return engine;
}
