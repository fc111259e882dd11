import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { XmlElement } from 'citeproc';
import britishEnglish from 'locale-en-gb';

/**
 * The locale for the site's language (a BCP 47 tag): one that citation-js brings, or British English, which is also for
 * languages that have none here. Locales are those of the Citation Style Language project (CC BY-SA 3.0).
 */
export function localeFor(language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  const tags = [language, `${primary}-${primary.toUpperCase()}`];
  return tags.find((tag) => bundled().has(tag)) ?? british;
}

/** The words of a locale; the processor also asks for American English, in which it looks up what another lacks. */
export function localeNamed(name: string): XmlElement | string {
  return name === british ? structuredClone(britishEnglish) : bundled().get(bundled().has(name) ? name : 'en-US');
}

const british = 'en-GB';

function bundled() {
  return plugins.config.get('@csl').locales;
}
