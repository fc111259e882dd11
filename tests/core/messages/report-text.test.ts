import { describe, expect, it } from 'vitest';
import { inOrder, type Message, reportTo } from '../../../src/core/messages/message.ts';
import { reportAsText, summary } from '../../../src/core/messages/report-text.ts';
import type { Place } from '../../../src/core/model/place.ts';

const at = (path: string, line: number, column: number): Place => ({ path, start: { line, column } });

const messages: Message[] = [];
const report = reportTo(messages);
report('long-statement', at('reviews/b.md', 9, 1), { found: 'a statement of 30 words', expected: '20 at most' });
report('duplicate-id', at('reviews/b.md', 2, 10), {
  found: 'id `fire` a second time',
  expected: 'an id of its own',
  cause: at('reviews/a.md', 7, 3),
});
report('missing-id', at('reviews/b.md', 2, 4), { found: 'a mark without an id', expected: 'an id in braces' });
report('bad-date', at('reviews/a.md', 12, 1), { found: '`1666-02-30` as `when`', expected: 'a date that exists' });

describe('reportAsText', () => {
  it('gives every message a line, by file and place, and counts them', () => {
    expect(reportAsText(messages)).toBe(
      [
        'reviews/a.md:12:1 error Unexpected `1666-02-30` as `when`, expected a date that exists [bad-date]',
        'reviews/b.md:2:4 error Unexpected a mark without an id, expected an id in braces [missing-id]',
        'reviews/b.md:2:10 error Unexpected id `fire` a second time, expected an id of its own (see reviews/a.md:7:3) [duplicate-id]',
        'reviews/b.md:9:1 warning Unexpected a statement of 30 words, expected 20 at most [long-statement]',
        '',
        '3 errors, 1 warning',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing to say', () => {
    expect(reportAsText([])).toBe('No problems\n');
  });

  it('does not depend on the order in which problems were found', () => {
    expect(inOrder([...messages].reverse())).toEqual(inOrder(messages));
    expect(inOrder(messages)).not.toBe(messages);
  });
});

describe('summary', () => {
  it('counts in words', () => {
    const [warning, error] = messages as [Message, Message];
    expect(summary([])).toBe('No problems');
    expect(summary([error])).toBe('1 error');
    expect(summary([warning, warning])).toBe('2 warnings');
    expect(summary([error, error, warning])).toBe('2 errors, 1 warning');
  });
});
