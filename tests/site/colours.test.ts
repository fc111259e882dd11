import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

/** The site in Russian has a ground and a wedge of its own; the small one has none. */
const own = (path: string) => readFileSync(join(inject('russian').dir, path), 'utf8');
const usual = (path: string) => readFileSync(join(inject('tiny').dir, path), 'utf8');

test('a site’s own colours stand in the styles of its pages and of what others embed', () => {
  for (const page of ['index.html', 'claims/hundred-steps/index.html', 'embed/claims/hundred-steps/index.html']) {
    expect(own(page), page).toMatch(/--paper: ?light-dark\(#fbf7ee, ?#10151c\)/);
    expect(own(page), page).toMatch(/--brand: ?light-dark\(#1d5c3a, ?#5fc98f\)/);
    expect(own(page), page).not.toMatch(/style="/);
  }
});

test('they colour the frame of the browser and the icon', () => {
  expect(own('index.html')).toContain('content="#fbf7ee" media="(prefers-color-scheme: light)"');
  expect(own('index.html')).toContain('content="#10151c" media="(prefers-color-scheme: dark)"');
  expect(own('icon.svg')).toContain('.p{fill:#fbf7ee}');
});

test('a site without any has nothing of it on its pages', () => {
  expect(usual('index.html')).not.toMatch(/--brand:|--brand-on-plate:/);
  expect(usual('index.html').match(/--paper:/g)).toHaveLength(1);
  expect(usual('icon.svg')).toContain('fill="#d8151d"');
});
