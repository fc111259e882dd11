import { expect, it } from 'vitest';
import { claimColumns } from '../../../src/core/exports/claim-columns.ts';
import { lastChanges } from '../../../src/core/exports/last-changes.ts';
import { records } from '../../../src/core/exports/table.ts';
import { createRoutes } from '../../../src/core/model/routes.ts';
import { soundReview } from '../../harness/broken-inputs.ts';
import { check } from '../../harness/fixture-content.ts';

const other = soundReview
  .replace('work: pudding-lane', 'work: a-history-of-the-fire')
  .replaceAll('fire-in-a-bakery', 'fire-in-an-oven')
  .replaceAll('farriner-was-a-baker', 'farriner-had-an-oven')
  .replace('confidence=high', 'confidence=high same=fire-in-a-bakery');
const yaml = 'where-did-it-begin: { title: Where did it begin?, claim: fire-in-a-bakery }\n';
const routes = createRoutes('https://record.example', '/');

it('names the question that claims of two works answer, and dates its page by them', () => {
  const { library } = check({ 'a.md': soundReview, 'b.md': other }, new Map([['questions.yaml', yaml]]));
  const rows = records(claimColumns(library, routes), [...library.claims.values()]);
  expect(rows.map(({ id, question }) => [id, question])).toEqual([
    ['fire-in-a-bakery', 'where-did-it-begin'],
    ['fire-in-an-oven', 'where-did-it-begin'],
  ]);
  const { of } = lastChanges(library, routes);
  expect(of.get('/questions/where-did-it-begin/')).toBe(of.get('/claims/fire-in-a-bakery/'));
  expect(of.get('/questions/where-did-it-begin/')).toMatch(/^\d{4}-/);
});
