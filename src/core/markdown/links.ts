import type { Element } from 'hast';
import { code } from '../messages/nearest.ts';
import { pageAddress } from '../model/link-check.ts';
import type { Parsing } from './context.ts';
import { placeOf } from './place-of.ts';

const safeProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Makes a link or an image safe and right for where the site is hosted: addresses that begin with a slash get the base
 * path, other protocols than those of web, mail and telephone go, and so do images from other sites.
 */
export function mendAddresses(element: Element, parsing: Parsing): void {
  if (element.tagName === 'a') mendLink(element, parsing);
  if (element.tagName === 'img') mendImage(element, parsing);
}

function mendLink(element: Element, { path, routes, report, links, siteLinks }: Parsing): void {
  const href = String(element.properties['href'] ?? '');
  const protocol = protocolOf(href);
  if (protocol !== undefined && !safeProtocols.has(protocol)) {
    delete element.properties['href'];
    report('unsafe-link', placeOf(path, element), {
      found: `a link to ${code(href)}, which is taken away`,
      expected: 'an address that begins with https://, http://, mailto: or /',
    });
  } else if (isOnSite(href)) {
    siteLinks.push({ href, place: placeOf(path, element) });
    element.properties['href'] = routes.path(href);
  } else if (href.startsWith('#') && element.position) siteLinks.push({ href, place: placeOf(path, element) });
  else if (/^https?:$/.test(protocol ?? '') && URL.canParse(href)) {
    const url = pageAddress(href);
    if (!links.has(url)) links.set(url, { url, place: placeOf(path, element) });
  }
}

function mendImage(element: Element, { path, routes, report }: Parsing): void {
  const src = String(element.properties['src'] ?? '');
  if (isForeign(element)) {
    const words = String(element.properties['alt'] ?? '') || src;
    report('foreign-image', placeOf(path, element), {
      found: `an image from another site (${code(src)}), shown as its description`,
      expected: 'an image kept with the content',
    });
    element.tagName = 'span';
    element.properties = { className: ['missing-image'] };
    element.children = [{ type: 'text', value: words }];
  } else if (isOnSite(src)) element.properties['src'] = routes.path(src);
}

/** Whether an image would be fetched from another site. */
export function isForeign({ properties }: Element): boolean {
  const src = String(properties['src'] ?? '');
  return protocolOf(src) !== undefined || asRead(src).startsWith('//');
}

/** Browsers skip control characters and white space when they look for the protocol. */
function protocolOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this takes away
  const bare = address.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  return /^([a-z][a-z0-9+.-]*:)/i.exec(bare)?.[1]?.toLowerCase();
}

function isOnSite(address: string): boolean {
  return /^\/(?!\/)/.test(asRead(address));
}

/** As browsers read an address: trimmed, without tabs and line ends, with slashes for backslashes. Source: WHATWG URL. */
function asRead(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this takes away
  return address.replace(/^[\u0000-\u0020]+|[\t\n\r]+/g, '').replaceAll('\\', '/');
}
