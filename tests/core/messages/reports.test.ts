import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/messages/message.ts';
import { reportForGitHub } from '../../../src/core/messages/report-github.ts';
import { reportAsJson } from '../../../src/core/messages/report-json.ts';
import { reportAsSarif } from '../../../src/core/messages/report-sarif.ts';
import { reportForTerminal } from '../../../src/core/messages/report-terminal.ts';
import { firstSentenceOn } from '../../../src/site/rule-guide.ts';
import { brokenInputs, soundReview } from '../../harness/broken-inputs.ts';
import { checkReview, fixtures } from '../../harness/fixture-content.ts';

const input = soundReview
  .replace('verdict=accurate', 'verdict=acurate')
  .replace('{#fire-in-a-bakery}.', '{#Fire_in_a_bakery}.');
const messages = checkReview(input);
const sourceOf = (path: string) => (path === 'input.md' ? input : undefined);
const plain = { sourceOf, paint: (_style: string, text: string) => text, width: 120 };

const everyMistake = brokenInputs.map(({ text }) => ({ text, found: checkReview(text) }));

describe('the report for a terminal', () => {
  it('shows each problem with its line and carets under what is meant', () => {
    expect(reportForTerminal(messages, plain)).toBe(`\
input.md:9:31 error Unexpected id \`Fire_in_a_bakery\`, expected lower-case letters, digits and single hyphens: \`fire-in-a-bakery\` [malformed-id]
  9 │ It opens :claim[in a bakery]{#Fire_in_a_bakery}.
    │                               ^^^^^^^^^^^^^^^^

input.md:11:44 error Unexpected verdict \`acurate\`, expected \`accurate\` (the nearest), or one of \`disputed\`, \`misleading\`, \`false\` [unknown-verdict]
  11 │ :::claim{#fire-in-a-bakery by=work verdict=acurate confidence=high}
     │                                            ^^^^^^^

2 errors
`);
  });

  it('writes out no more than it is to, and counts all', () => {
    const report = reportForTerminal(messages, { ...plain, most: 1 });
    expect(report).toMatch(/^input\.md:9:31 error /);
    expect(report).not.toContain('acurate');
    expect(report).toMatch(/\n2 errors\n$/);
  });

  it('cuts a long line to what fits, round the place', () => {
    const [message] = messages;
    const line = `${'word '.repeat(100)}${'{#Fire_in_a_bakery}'}${' word'.repeat(100)}`;
    const place = { path: 'long.md', start: { line: 1, column: 503 }, end: { line: 1, column: 519 } };
    const long = message && [{ ...message, place }];
    const report = reportForTerminal(long ?? [], { ...plain, width: 60, sourceOf: () => line });
    const [, shown = '', carets = ''] = report.split('\n');
    expect(shown.length).toBeLessThanOrEqual(60);
    const at = carets.indexOf('^');
    expect(shown.slice(at, at + 16)).toBe('Fire_in_a_bakery');
    expect(carets.slice(at)).toBe('^'.repeat(16));
  });

  it('shows a place and carets for every mistake there is, however wide the terminal', () => {
    for (const { text, found } of everyMistake) {
      for (const width of [20, 80]) {
        const report = reportForTerminal(found, { ...plain, sourceOf: () => text, width });
        expect(report.split('\n').filter((line) => /^input\.md:\d+:\d+ (?:error|warning) /.test(line))).toHaveLength(
          found.length,
        );
      }
    }
  });
});

describe('the report for GitHub', () => {
  it('is one workflow command a problem, with what the syntax reserves escaped', () => {
    expect(reportForGitHub(messages).split('\n')).toEqual([
      '::error file=input.md,line=9,endLine=9,col=31,endColumn=47,title=malformed-id::Unexpected id `Fire_in_a_bakery`, expected lower-case letters, digits and single hyphens: `fire-in-a-bakery`',
      '::error file=input.md,line=11,endLine=11,col=44,endColumn=51,title=unknown-verdict::Unexpected verdict `acurate`, expected `accurate` (the nearest), or one of `disputed`, `misleading`, `false`',
      '',
    ]);
    const [message] = messages as [Message];
    const odd = { ...message, found: '100 %\nof it', place: { path: 'a,b:c.md', start: { line: 1, column: 1 } } };
    expect(reportForGitHub([odd])).toMatch(/^::error file=a%2Cb%3Ac\.md,line=1,.*::Unexpected 100 %25%0Aof it, /);
  });
});

describe('the report as JSON', () => {
  it('holds everything a program needs, fixes among it', () => {
    const [first] = JSON.parse(reportAsJson(messages, (rule) => `https://smoke.example/write/rules/#${rule}`));
    expect(first).toEqual({
      rule: 'malformed-id',
      severity: 'error',
      path: 'input.md',
      start: { line: 9, column: 31, offset: input.indexOf('Fire_in_a_bakery') },
      end: { line: 9, column: 47, offset: input.indexOf('Fire_in_a_bakery') + 16 },
      message: expect.stringMatching(/^Unexpected id `Fire_in_a_bakery`, expected /),
      found: 'id `Fire_in_a_bakery`',
      expected: expect.any(String),
      fix: {
        title: 'write `fire-in-a-bakery`',
        edits: [
          {
            start: input.indexOf('Fire_in_a_bakery'),
            end: input.indexOf('Fire_in_a_bakery') + 16,
            text: 'fire-in-a-bakery',
          },
        ],
      },
      help: 'https://smoke.example/write/rules/#malformed-id',
    });
  });
});

describe('the report in SARIF', () => {
  const schema = JSON.parse(readFileSync(join(fixtures, 'outside/sarif-2.1.0-rtm.5.json'), 'utf8'));
  const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const options = { describe: firstSentenceOn, helpOf: (rule: string) => `https://smoke.example/write/rules/#${rule}` };

  it('is valid by the schema of OASIS, whatever is reported', () => {
    const all = everyMistake.flatMap(({ found }) => found);
    expect(all.some(({ fix }) => fix)).toBe(true);
    expect(all.some(({ cause }) => cause)).toBe(true);
    for (const list of [all, []]) {
      const log = JSON.parse(reportAsSarif(list, options));
      expect(isValid(log), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
      expect(log.runs[0].results).toHaveLength(list.length);
    }
    expect(isValid({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('says of each rule what it asks and where more stands', () => {
    const [{ tool }] = JSON.parse(reportAsSarif(messages, options)).runs;
    expect(tool.driver.rules).toContainEqual({
      id: 'unknown-verdict',
      shortDescription: { text: "Verdicts come from the site's own scale, verdicts.yaml." },
      helpUri: 'https://smoke.example/write/rules/#unknown-verdict',
      defaultConfiguration: { level: 'error' },
    });
  });
});
