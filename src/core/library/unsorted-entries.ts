import { isMap, isScalar, parseDocument } from 'yaml';
import { placeAt } from '../markdown/place-of.ts';
import type { Report } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';

/**
 * Reports a YAML file whose entries do not stand in the order of their keys, with the fix that puts them there. A comment
 * goes with the entry right below it; empty lines stay where they are.
 */
export function reportUnsorted(path: string, text: string, report: Report): void {
  const entries = entriesOf(text);
  const late = entries.find(({ key }, index) => key < (entries[index - 1]?.key ?? ''));
  const [first, last] = [entries[0], entries.at(-1)];
  if (!late || !first || !last) return;
  const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const before = sorted[sorted.indexOf(late) + 1];
  const put = sorted.map(({ start, end }, index) => {
    const next = entries[index + 1];
    return text.slice(start, end) + text.slice(entries[index]?.end, next?.start ?? entries[index]?.end);
  });
  report('unsorted-entries', placeAt(path, text, late.keyStart, late.keyStart + late.key.length), {
    found: `${code(late.key)} behind what comes after it in the alphabet`,
    expected: before ? `its entry before that of ${code(before.key)}` : 'the entries in the order of their keys',
    fix: {
      title: `sort the entries of ${path} by their keys`,
      edits: [{ start: first.start, end: last.end, text: put.join('') }],
    },
  });
}

interface Entry {
  readonly key: string;
  readonly keyStart: number;
  /** With the comments right above its key, save one that the file begins with. */
  readonly start: number;
  /** Without the empty lines that follow. */
  readonly end: number;
}

function entriesOf(text: string): Entry[] {
  const { contents } = parseDocument(text, { logLevel: 'error' });
  if (!isMap(contents) || contents.flow) return [];
  const keys = contents.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [{ key: String(key.value), keyStart: key.range[0] }] : [],
  );
  const starts = keys.map(({ keyStart }) => {
    const comments = /(?:(?<=\n)#[^\n]*\n)*$/.exec(text.slice(0, keyStart))?.[0] ?? '';
    return keyStart - comments.length;
  });
  return keys.map(({ key, keyStart }, index) => {
    const start = starts[index] ?? keyStart;
    return { key, keyStart, start, end: start + text.slice(start, starts[index + 1]).trimEnd().length };
  });
}
