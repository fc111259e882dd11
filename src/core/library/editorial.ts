import type { Parsed } from '../markdown/parse-review.ts';
import { type Message, type Report, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Claim, Library } from '../model/library.ts';
import type { Source } from '../model/source.ts';

type Collected = Pick<Library, 'claims' | 'sources'>;

/**
 * What an editor would ask of a library in order: whether the evidence of each claim bears its verdict, and whether a
 * reader can tell what a source on the web said when it was looked at. Claims that a broken block may bear on are left
 * out: their evidence is not all there.
 */
export function editorial({ claims, sources }: Collected, parsed: readonly Parsed[]): readonly Message[] {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const unsure = new Set(parsed.flatMap((one) => [...one.broken, ...one.unsure]));
  for (const claim of claims.values()) {
    if (claim.evidence.length > 0 && !unsure.has(claim.id)) weigh(claim, sources, report);
  }
  for (const source of sources.values()) askForDate(source, report);
  return messages;
}

/** Not a dispute: it is sure of nothing but that there is one. */
const disputed = 'half';
const contradicted = 'saltire';

function weigh({ id, place, verdict, confidence, evidence }: Claim, sources: Library['sources'], report: Report): void {
  const keys = new Set(evidence.flatMap(({ fact }) => fact.citations.map(({ key }) => key)));
  if (verdict.sign !== disputed && confidence === 'high' && keys.size < 2) {
    report('thin-evidence', place, {
      found: `high confidence in the verdict on ${code(id)}, which rests on ${keys.size === 0 ? 'no' : 'one'} source`,
      expected: 'two sources at least over all its facts, or `confidence=medium`',
    });
  }
  const kinds = [...keys].map((key) => sources.get(key)?.kind);
  const isStrong = kinds.some((kind) => kind === undefined || kind === 'primary' || kind === 'scholarship');
  if (verdict.sign === contradicted && !isStrong && keys.size > 0) {
    report('weak-evidence', place, {
      found: `the verdict ${code(verdict.id)} on ${code(id)}, which rests on ${[...new Set(kinds)].sort().join(' and ')} alone`,
      expected: 'a source of the kind `primary` or `scholarship` in one of its facts (`keywords` in sources.bib)',
    });
  }
}

function askForDate({ key, csl, line }: Source, report: Report): void {
  if (csl.URL === undefined || csl['accessed'] !== undefined) return;
  report(
    'undated-address',
    { path: 'sources.bib', start: { line, column: 1 } },
    {
      found: `the address of ${code(key)} without the day it was looked at`,
      expected: '`urldate = {2026-09-02}` in the entry',
    },
  );
}
