import type { Site } from '../model/references.ts';
import type { Routes } from '../model/routes.ts';
import { xmlCharacters } from './xml-characters.ts';

/**
 * The OpenSearch description of the site, by which browsers add its search to theirs. `ShortName` holds the words of the
 * title that fit. Source: OpenSearch 1.1 Draft 6, description documents.
 */
export function openSearchDescription(site: Pick<Site, 'title' | 'description' | 'language'>, routes: Routes): string {
  const address = routes.absolute('/opensearch.xml');
  const icon = routes.absolute('/icon.svg');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(shortened(site.title, 16))}</ShortName>
  <Description>${escaped(shortened(site.description, 1024))}</Description>
  <Url type="text/html" template="${escaped(`${routes.absolute('/search/')}?q={searchTerms}`)}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escaped(address)}"/>
  <Image type="image/svg+xml">${escaped(icon)}</Image>
  <Language>${escaped(site.language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}

/** The whole words that fit, or as much of the first as fits; characters are counted, not their halves. */
function shortened(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const whole = characters
    .slice(0, length + 1)
    .join('')
    .replace(/\s+\S*$/u, '');
  return [...whole].length <= length ? whole : characters.slice(0, length).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML takes it, in an element or an attribute; what XML 1.0 cannot hold at all is left out. */
function escaped(text: string): string {
  return xmlCharacters(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
