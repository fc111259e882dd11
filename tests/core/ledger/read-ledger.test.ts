import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, type NewRevision } from '../../../src/core/ledger/append.ts';
import { nothingRecorded, readLedger } from '../../../src/core/ledger/read-ledger.ts';
import { messageAsText } from '../../../src/core/messages/report-text.ts';

function revision(id: string, number = 1, statement = 'London burned.'): NewRevision {
  const event = number === 1 ? 'published' : 'changed';
  return {
    kind: 'claim',
    id,
    revision: number,
    date: '2026-09-02',
    event,
    statement,
    passages: [],
    verdict: 'accurate',
  };
}

function read(value: string) {
  return readLedger({ path: 'ledger.jsonl', value });
}

function complaints(value: string): string[] {
  return read(value).messages.map(({ place, rule }) => `${place.start.line} ${rule}`);
}

const four = append(
  nothingRecorded.ledger,
  ['one', 'two', 'three', 'four'].map((id) => revision(id)),
);
const lines = four.trimEnd().split('\n');
const joined = (...texts: (string | undefined)[]) => `${texts.join('\n')}\n`;

describe('a ledger that was not touched', () => {
  it.each([
    ['as it was written', four],
    ['with line ends of Windows', four.replaceAll('\n', '\r\n')],
    ['without its last line end', four.trimEnd()],
    ['with a byte order mark', `\uFEFF${four}`],
    ['with an empty line in it', four.replace('\n', '\n\n')],
    ['without a line', ''],
  ])('%s is in order', (_, text) => {
    expect(read(text).messages).toEqual([]);
  });

  it('is read as it was written', () => {
    expect(read(four).ledger.revisions.map(({ id }) => id)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('is put on at its end', () => {
    const more = four + append(read(four).ledger, [revision('one', 2)]);
    expect(complaints(more)).toEqual([]);
    expect(read(more).ledger.heads).toHaveLength(1);
  });

  it('holds any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (statement) => {
        const { ledger, messages } = read(append(nothingRecorded.ledger, [revision('one', 1, statement)]));
        expect(messages).toEqual([]);
        expect(ledger.revisions[0]?.statement).toBe(statement);
      }),
    );
  });
});

describe('a ledger that was touched', () => {
  const [first, second, third, fourth] = lines;
  it.each([
    [
      'a word of a line changed',
      joined(first, second?.replace('burned', 'drowned'), third, fourth),
      ['2 rewritten-ledger'],
    ],
    ['a day changed', joined(first?.replace('09-02', '09-03'), second, third, fourth), ['1 rewritten-ledger']],
    ['a line taken out', joined(first, third, fourth), ['2 rewritten-ledger']],
    ['the first line taken out', joined(second, third, fourth), ['1 rewritten-ledger']],
    ['two lines changed places', joined(first, third, second, fourth), ['2 rewritten-ledger']],
    ['a line there twice', joined(first, second, second, third, fourth), ['3 rewritten-ledger']],
    ['a line that is no JSON', joined(first, second?.slice(0, 40), third, fourth), ['2 bad-ledger-line']],
    [
      'a line of another shape',
      joined(first, '{"id":"x"}', second, third, fourth),
      [...Array(8).fill('2 bad-ledger-line')],
    ],
    [
      'marks of a conflict',
      joined(first, second, '<<<<<<< HEAD', third, '=======', '>>>>>>> other', fourth),
      ['3 bad-ledger-line', '5 bad-ledger-line', '6 bad-ledger-line'],
    ],
  ])('%s', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  it('is told wherever a single letter of a line was changed', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat({ max: four.length - 1 }), fc.constantFrom(...'a0Z"}7'), (at, letter) => {
        fc.pre(four[at] !== letter && four[at] !== '\n');
        expect(complaints(four.slice(0, at) + letter + four.slice(at + 1))).not.toEqual([]);
      }),
    );
  });

  it('is told with the place and the way out', () => {
    const [message] = read(joined(first, '{"date"', second)).messages;
    expect(message && messageAsText(message)).toBe(
      'ledger.jsonl:2:8 error Unexpected a line of the ledger that is no JSON, expected the line as it was recorded; `git log -p` on the file shows how it was [bad-ledger-line]',
    );
  });
});

describe('two branches that both recorded', () => {
  const { ledger } = read(four);
  const ours = append(ledger, [revision('five'), revision('six')]);
  const theirs = append(ledger, [revision('seven')]);
  const both = four + ours + theirs;

  it('are in order with the lines of both, in either order', () => {
    expect(complaints(both)).toEqual([]);
    expect(complaints(four + theirs + ours)).toEqual([]);
    expect(read(both).ledger.heads).toHaveLength(2);
  });

  it('are joined by the next line, behind which neither can be taken out', () => {
    const whole = both + append(read(both).ledger, [revision('eight')]);
    expect(complaints(whole)).toEqual([]);
    expect(read(whole).ledger.heads).toHaveLength(1);
    expect(complaints(whole.replace(theirs, ''))).toEqual(['7 rewritten-ledger']);
  });

  it('may both have begun it', () => {
    const other = append(nothingRecorded.ledger, [revision('nine')]);
    expect(complaints(four + other)).toEqual([]);
  });
});
