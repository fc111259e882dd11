import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportAsText } from '../../../src/core/messages/report-text.ts';
import { rules } from '../../../src/core/messages/rules.ts';
import { fixtureFolders, fixtures, readFixture } from '../../harness/fixture-content.ts';

const folders = fixtureFolders('rules');

it('has a folder of fixtures for every rule, and a rule for every folder', () => {
  expect(folders).toEqual(Object.keys(rules).sort());
});

/** Each folder of `tests/fixtures/rules`: a plain mistake, and exactly what the check says of it. */
describe.each(folders)('rule: %s', (rule) => {
  const folder = join(fixtures, 'rules', rule);
  const { messages } = readFixture(folder);

  it('has its own words, and no others', async () => {
    expect(messages.map((message) => message.rule)).toEqual([rule]);
    await expect(reportAsText(messages)).toMatchFileSnapshot(join(folder, 'messages.txt'));
  });
});
