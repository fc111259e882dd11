import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const { dir } = inject('real');
const page = (path: string) => readFileSync(join(dir, path, 'index.html'), 'utf8');
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const questions = [...page('questions').matchAll(/<h2 id="([^"]+)"><a href="([^"]+)"/g)];

test('every question is put to more than one work, and each answer has its verdict', () => {
  expect(questions.length).toBeGreaterThan(0);
  for (const [, id = '', href] of questions) {
    expect(href).toBe(`/questions/${id}/`);
    const html = page(`questions/${id}`);
    const answers = html.slice(html.indexOf('class="answers'), html.indexOf('id="record--"'));
    const works = new Set([...answers.matchAll(/<h3><a href="\/works\/([^/]+)\/"/g)].map(([, work]) => work));
    expect(works.size, id).toBeGreaterThan(1);
    const said = answers.split('class="telling').slice(1);
    expect(said.length, id).toBeGreaterThanOrEqual(works.size);
    for (const one of said) expect(one, id).toMatch(/<span class="verdict" data-sign="\w+">/);
  }
});

test('a claim stands beside what another work says, with the record under both', () => {
  const text = textOf(page('claims/rising-without-trotsky'));
  const same = text.slice(text.indexOf('The same matter in other works'));
  expect(same).toContain('Who led October?');
  expect(same).toMatch(/this claim.*False.*Trotsky chaired.*The series says.*single-handed.*Misleading/);
});

test('they are reached from the foot of every page', () => {
  for (const path of ['', 'timeline', 'claims/rising-without-trotsky'])
    expect(page(path)).toContain('href="/questions/"');
});
