import type { ImportOutcome } from '../core/import/import-annotations.ts';
import type { MeaningChange } from '../core/ledger/meaning-changes.ts';
import { count } from './counts.ts';

/** What became of each annotation, a paragraph each, and how many there are of each kind. */
export function outcomesAsText(outcomes: readonly ImportOutcome[]): string {
  const kinds = [...Map.groupBy(outcomes, ({ outcome }) => outcome)].map(([kind, list]) => `${list.length} ${kind}`);
  const all = outcomes.length === 0 ? 'no annotations' : `${count(outcomes.length, 'annotation')}: ${kinds.join(', ')}`;
  return `${outcomes.map(paragraph).join('\n')}${outcomes.length === 0 ? '' : '\n'}${all}\n`;
}

function paragraph(given: ImportOutcome): string {
  const quoted = given.annotation.quote ? `\n  quoted  ${oneLine(given.annotation.quote.exact)}` : '';
  const quality = 'quality' in given ? ` (quality ${given.quality.toFixed(2)})` : '';
  return `${given.outcome}${quality}  ${given.annotation.id}${quoted}\n${told(given)}`;
}

function told(given: ImportOutcome): string {
  switch (given.outcome) {
    case 'anchored':
      return `  now     ${oneLine(given.passage)}\n  draft   #${given.id}\n`;
    case 'altered':
      return `  now     ${oneLine(given.passage)}\n  differs ${given.changes.map(change).join('; ')}: look, and take it with --take-altered if it is meant\n`;
    case 'ambiguous':
      return given.passages.length === 1
        ? '  too short to be found without what stood before and after it\n'
        : given.passages.map((passage) => `  maybe   ${oneLine(passage)}\n`).join('');
    case 'orphaned':
      return '  it stands nowhere in the review any more\n';
    case 'known':
      return '  it is in the review already\n';
    case 'unusable':
      return `  ${reasons[given.reason]}\n`;
  }
}

const reasons = {
  'page note': 'it is about the whole page and quotes nothing',
  reply: 'it answers another annotation',
  'no prose of the author': 'what it quotes cannot be marked: it is a citation, code, or written with signs of its own',
};

function change({ kind, before, after }: MeaningChange): string {
  return `${kind} ${before ?? '(none)'} → ${after ?? '(none)'}`;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}
