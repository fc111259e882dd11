import { schemaProblems } from '../markdown/schema-problems.ts';
import { type Message, type Report, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { References } from '../model/library.ts';
import { type ExternalLink, isDead, type LinkCheck, linkCheckSchema, pageAddress } from '../model/link-check.ts';
import type { Place } from '../model/place.ts';

/** The file in which the results stand, a line an address. */
export const linksFile = 'links.jsonl';

/** Reads the results of the last checks, by address. A line that is none is reported as `bad-reference-file` and left out. */
export function readLinkChecks(text: string, report: Report): ReadonlyMap<string, LinkCheck> {
  const checks = new Map<string, LinkCheck>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const check = readLine(line, { path: linksFile, start: { line: index + 1, column: 1 } }, report);
    if (check) checks.set(check.url, check);
  }
  return checks;
}

function readLine(line: string, place: Place, report: Report): LinkCheck | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    report('bad-reference-file', place, {
      found: 'a line that is no JSON',
      expected: 'one that `npm run check -- --links` wrote; without this line the address is checked anew',
    });
    return undefined;
  }
  const { data, error } = linkCheckSchema.safeParse(value);
  for (const { found, expected } of error ? schemaProblems(error, linkCheckSchema, value, 'a checked link') : []) {
    report('bad-reference-file', place, { found, expected });
  }
  return data;
}

/** The results as a file: by address, so that a change of one is a change of one line. */
export function writeLinkChecks(checks: Iterable<LinkCheck>): string {
  const lines = [...checks].sort((a, b) => (a.url < b.url ? -1 : 1)).map((check) => `${JSON.stringify(check)}\n`);
  return lines.join('');
}

/** The addresses of the sources. */
export function sourceLinks(sources: References['sources']): ExternalLink[] {
  return [...sources.values()].flatMap(({ url, line, archived }) =>
    url === undefined
      ? []
      : {
          url: pageAddress(url),
          place: { path: bibliographyFile, start: { line, column: 1 } },
          hasCopy: archived !== undefined,
        },
  );
}

const bibliographyFile = 'sources.bib';

/**
 * A `dead-link` for every address that was dead when it was last asked for. One with an archived copy beside it is none:
 * its readers are offered that.
 */
export function deadLinks(links: readonly ExternalLink[], checks: References['linkChecks']): readonly Message[] {
  const messages: Message[] = [];
  const report = reportTo(messages);
  for (const { url, place, hasCopy } of links) {
    const check = checks.get(url);
    if (!check || !isDead(check) || hasCopy) continue;
    const isSource = place.path === bibliographyFile;
    report('dead-link', place, {
      found: `address ${code(url)} ${outcome(check)}`,
      expected: check.archived
        ? `the copy ${code(check.archived)}, or where the page is now`
        : isSource
          ? 'where the page is now, or `archiveurl = {…}` with the address of a copy'
          : 'where the page is now, or a copy in an archive',
    });
  }
  return messages;
}

function outcome({ status, problem, since, checked }: LinkCheck): string {
  if (status === 404 || status === 410) return `at which there was no such page on ${checked} (${status})`;
  if (problem === 'unknown-host') return `of a host that did not exist on ${checked}`;
  return `from which no page has come since ${since} (${status ?? problem}, last asked on ${checked})`;
}
