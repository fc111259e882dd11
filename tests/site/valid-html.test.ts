import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { onePageOfEachKind } from '../../bench/lighthouse/page-kinds.ts';
import { filesIn } from './dead-links.ts';

/** The pages are valid HTML, by the rules of the standard and those for documents and for readers who hear them. */

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'require-sri': 'off', // nothing comes from another host
    'heading-level': ['error', { allowMultipleH1: true }], // a text may begin with one of its own, and stays as CommonMark has it
  },
});

async function faultsIn(dir: string, files: readonly string[]): Promise<string[]> {
  const reports = await Promise.all(files.map((file) => validator.validateFile(join(dir, file))));
  return reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${filePath}:${line}:${column} ${ruleId}: ${message}`),
    ),
  );
}

test('a fault is found', async () => {
  const { valid } = await validator.validateString(
    '<!doctype html><html lang="en"><title>A</title><p><div></div></p></html>',
  );
  expect(valid).toBe(false);
});

test.for(['tiny', 'aged', 'russian'] as const)('every page of the site %s is valid', async (name) => {
  const { dir } = inject(name);
  const pages = filesIn(dir).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(10);
  expect(await faultsIn(dir, pages)).toEqual([]);
});

test('of the real site every kind of page is valid', async () => {
  const { dir } = inject('real');
  const pages = onePageOfEachKind(dir).map((path) => join(path, 'index.html'));
  expect(pages.length).toBeGreaterThan(20);
  expect(await faultsIn(dir, pages)).toEqual([]);
});
