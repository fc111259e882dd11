import { styleText } from 'node:util';
import type { Pending } from '../core/ledger/pending.ts';
import { wordDifference } from '../core/ledger/word-difference.ts';
import { sameText } from '../core/ledger/words.ts';

/**
 * What is to be recorded, for a terminal: new annotations a line each, changes word by word. Without colours, `[-old-]` and
 * `{+new+}` as `git diff --word-diff` writes them.
 */
export function pendingAsText(pending: readonly Pending[], inColour: boolean): string {
  const news = pending.filter(({ event }) => event === 'published');
  const shown = news.length > longestList ? news.slice(0, longestList) : news;
  const lines = shown.map(({ kind, id, statement }) => `new ${kind} ${id}: ${shortened(statement)}\n`);
  if (news.length > shown.length) lines.push(`… and ${news.length - shown.length} more that are new\n`);
  for (const one of pending) if (one.event !== 'published') lines.push(changeAsText(one, inColour));
  return `${lines.join('')}\n`;
}

const longestList = 40;

function changeAsText(pending: Pending, inColour: boolean): string {
  const { event, kind, id, from, revision, before, verdict, note } = pending;
  const lines = [`${event} ${kind} ${from === undefined ? id : `${from} → ${id}`} (revision ${revision})`];
  if (before && event !== 'withdrawn') {
    const texts: [string, string | undefined, string | undefined][] = [
      [kind === 'claim' ? 'statement' : 'text', before.statement, pending.statement],
      ['verdict', before.verdict, verdict],
      ['passages', before.passages.join(' | '), pending.passages.join(' | ')],
    ];
    for (const [name, old = '', now = ''] of texts) {
      if (!sameText(old, now) || (name === 'verdict' && old !== now))
        lines.push(`  ${name}: ${inWords(old, now, inColour)}`);
    }
  }
  if (note !== undefined) lines.push(`  why: ${note}`);
  return `${lines.join('\n')}\n`;
}

function inWords(before: string, after: string, inColour: boolean): string {
  return wordDifference(before, after)
    .map(({ kind, text }) => {
      if (kind === 'kept') return text;
      if (inColour) return styleText(kind === 'removed' ? ['red', 'strikethrough'] : ['green', 'underline'], text);
      return kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
    })
    .join('');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
