import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportAsText } from '../../../src/core/messages/report-text.ts';
import { check, fixtureFolders, fixtures, parse } from '../../harness/fixture-content.ts';
import { readablePage, readableReview } from '../../harness/readable.ts';

/** Each folder of `tests/fixtures/syntax`: a Markdown text, the review it gives, its page and what the check says. */
describe.each(fixtureFolders('syntax'))('syntax: %s', (name) => {
  const folder = join(fixtures, 'syntax', name);
  const input = readFileSync(join(folder, 'input.md'), 'utf8');
  const { review } = parse(input);

  it('gives its review', async () => {
    expect(review).toBeDefined();
    await expect(review && readableReview(review)).toMatchFileSnapshot(join(folder, 'review.json'));
  });

  it('gives its page', async () => {
    await expect(review && readablePage(review)).toMatchFileSnapshot(join(folder, 'page.html'));
  });

  it('gives its messages', async () => {
    const { messages } = check({ 'input.md': input });
    await expect(reportAsText(messages)).toMatchFileSnapshot(join(folder, 'messages.txt'));
  });

  it('reads the same with the line ends of Windows and with a byte order mark', () => {
    const windows = `\uFEFF${input.replaceAll('\n', '\r\n')}`;
    const other = parse(windows).review;
    expect(other && readablePage(other)).toBe(review && readablePage(review));
    expect(other && readableReview(other).replaceAll('\\r\\n', '\\n')).toBe(review && readableReview(review));
    expect(reportAsText(check({ 'input.md': windows }).messages)).toBe(
      reportAsText(check({ 'input.md': input }).messages),
    );
  });
});
