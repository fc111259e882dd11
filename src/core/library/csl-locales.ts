import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { XmlElement } from 'citeproc';
import britishEnglish from 'locale-en-gb';
import { russianLocale } from './csl-locale-russian.ts';

/**
 * The locale for the site's language (a BCP 47 tag): Russian, one that citation-js brings, or British English, which is
 * also for languages that have none here. Locales are those of the Citation Style Language project (CC BY-SA 3.0).
 */
export function localeFor(language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  const tags = [language, `${primary}-${primary.toUpperCase()}`];
  return tags.find((tag) => tag === russian || bundled().has(tag)) ?? british;
}

/** The words of a locale; the processor also asks for American English, in which it looks up what another lacks. */
export function localeNamed(name: string): XmlElement | string {
  if (name === british) return structuredClone(britishEnglish);
  return name === russian ? russianLocale : bundled().get(bundled().has(name) ? name : 'en-US');
}

const british = 'en-GB';
const russian = 'ru-RU';

function bundled() {
  return plugins.config.get('@csl').locales;
}
