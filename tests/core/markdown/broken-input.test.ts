import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageAsText } from '../../../src/core/messages/report-text.ts';
import { type BrokenInput, brokenInputs, soundReview } from '../../harness/broken-inputs.ts';
import { check } from '../../harness/fixture-content.ts';

const found = new Map(brokenInputs.map((input) => [input, check({ 'input.md': input.text }).messages]));

describe('a mistake', () => {
  it('is none in the review that all others are made of', () => {
    expect(check({ 'input.md': soundReview }).messages).toEqual([]);
  });

  it.each(brokenInputs)('$name gives one message', (input) => {
    expect(found.get(input)?.map(messageAsText)).toHaveLength(input.count);
  });

  it('is told of in these words', async () => {
    const page = brokenInputs.map((input) => `## ${input.name}\n\n${changed(input)}\n${messages(input)}`);
    await expect(page.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, 'broken-input.md'));
  });
});

/** The lines which the sound review does not have. */
function changed({ text }: BrokenInput): string {
  const sound = new Set(soundReview.split('\n'));
  const lines = text
    .split('\n')
    .flatMap((line, index) => (sound.has(line) ? [] : [`${index + 1}: ${line.slice(0, 200)}`]));
  return lines.length === 0 ? '' : `${['````', ...lines, '````'].join('\n')}\n`;
}

function messages(input: BrokenInput): string {
  return (found.get(input) ?? []).map((message) => `- ${messageAsText(message)}\n`).join('');
}
