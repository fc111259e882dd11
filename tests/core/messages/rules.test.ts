import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportAsText } from '../../../src/core/messages/report-text.ts';
import { type Rule, rules } from '../../../src/core/messages/rules.ts';
import { adjustableRules } from '../../../src/core/messages/severities.ts';
import { guideOn, ruleGroups, sections } from '../../../src/site/rule-guide.ts';
import { check, fixtureFolders, fixtures, readFixture, references } from '../../harness/fixture-content.ts';

const folders = fixtureFolders('rules');
const names = Object.keys(rules).sort();

it('has a folder of fixtures for every rule, and a rule for every folder', () => {
  expect(folders).toEqual(names);
});

it('has a section in src/guide/rules.md for every rule, and a rule for every section', () => {
  expect([...sections().keys()].sort()).toEqual(names);
  expect(
    ruleGroups()
      .flatMap((group) => group.rules)
      .sort(),
  ).toEqual(names);
});

/** Each folder of `tests/fixtures/rules`: a plain mistake, and exactly what the check says of it. */
describe.each(folders)('rule: %s', (rule) => {
  const folder = join(fixtures, 'rules', rule);
  const { messages } = readFixture(folder);

  it('has its own words, and no others', async () => {
    expect(messages.map((message) => message.rule)).toEqual([rule]);
    await expect(reportAsText(messages)).toMatchFileSnapshot(join(folder, 'messages.txt'));
  });

  it('is explained in the guide: what it asks and why, the way out, and the mistake of its fixture', () => {
    const { text, example } = guideOn(rule as Rule); // the folders are the rules
    const [asked = '', wayOut = ''] = text.split('**Way out.**');
    expect(asked.trim().length, 'what it asks, and why').toBeGreaterThan(60);
    expect(wayOut.trim().length, 'the way out').toBeGreaterThan(20);
    expect(example.files.length).toBeGreaterThan(0);
    expect(example.messages).toContain(`[${rule}]`);
    const [message] = messages;
    const shown = example.files.find(({ path }) => path === message?.place.path);
    const line = (message?.place.start.line ?? 0) - (shown?.firstLine ?? 0);
    expect(shown?.value.split('\n').length, 'the line of the mistake is shown').toBeGreaterThan(line);
    expect(line).toBeGreaterThanOrEqual(0);
  });
});

describe('the rules of a site', () => {
  const review = { 'input.md': readFileSync(join(fixtures, 'rules/long-statement/input.md'), 'utf8') };
  const withRules = (lines: string) =>
    check(review, new Map([['site.yaml', `${references.get('site.yaml')}rules:\n${lines}`]])).messages;

  it('can make a warning an error, and turn it off', () => {
    expect(withRules('  long-statement: error\n').map(({ severity }) => severity)).toEqual(['error']);
    expect(withRules('  long-statement: warn\n').map(({ severity }) => severity)).toEqual(['warning']);
    expect(withRules('  long-statement: off\n')).toEqual([]);
    expect(adjustableRules).toContain('long-statement');
  });

  it.each([
    ['  long-statment: off\n', /rule `long-statment`, expected `long-statement` \(the nearest\)/],
    ['  unknown-verdict: off\n', /rule `unknown-verdict`, which is an error on every site, expected one of/],
    ['  long-statement: of\n', /`of` as `long-statement`, expected `off` \(the nearest\)/],
  ])('cannot be %s', (lines, expected) => {
    const first = withRules(lines).find(({ place }) => place.path === 'site.yaml');
    expect(first?.place).toMatchObject({ path: 'site.yaml', start: { line: 9 } });
    expect(reportAsText(first ? [first] : [])).toMatch(expected);
  });
});
