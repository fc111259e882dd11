import { expect, test } from 'vitest';
import { claimsOf } from '../harness/real-content.ts';
import { openPage, withSite } from './browser.ts';

const on = withSite('real');

/** What the browser hands to a screen reader. */
interface Node {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
}

test.for([390, 1440])(
  'after each marked passage it is said who claims it and how it is rated, at %i px',
  async (width) => {
    const { page, context } = await openPage(on.browser, { viewport: { width, height: 844 } });
    await page.goto(`${on.site.url}reviews/trotsky/`);
    const session = await context.newCDPSession(page);
    const marks = async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return (nodes as Node[]).filter(({ role, name }) => role?.value === 'link' && /^\d+$/.test(name?.value ?? ''));
    };
    const spoken = await marks();
    expect(spoken.length).toBeGreaterThanOrEqual(claimsOf.get('trotsky') ?? 1);
    const silent = spoken.filter(({ description }) => !/^Claim by .+, rated .+$/.test(description?.value ?? ''));
    expect(silent.map(({ name }) => name?.value)).toEqual([]);
    await context.close();
  },
);

test('titles are heard as sentences, the search by its name, and the years of the timeline are headings alone', async () => {
  const { page, context } = await openPage(on.browser);
  const session = await context.newCDPSession(page);
  const heard = async (path: string, ...roles: string[]) => {
    await page.goto(on.site.url + path);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return (nodes as Node[])
      .filter(({ role }) => roles.includes(role?.value ?? ''))
      .map(({ name }) => name?.value ?? '');
  };
  const [title] = await heard('facts/siqueiros-led-the-raid-on-coyoacan/', 'heading');
  expect(title).toMatch(/^on the record – early on 24 May 1940 /i);
  for (const path of ['', 'search/']) expect(await heard(path, 'search')).toEqual(['Search']);
  for (const path of ['timeline/', 'timeline/decade/1910s/']) expect(await heard(path, 'region')).toEqual([]);
  expect((await heard('timeline/', 'link')).join('\n')).toMatch(/^1910s \d+ facts \d+ dated otherwise$/m);
  expect((await heard('claims/killed-with-an-ice-pick/', 'link')).filter((name) => /^fact$/i.test(name))).toEqual([]);
  await context.close();
});

test('one skip link leads to the content, on a review another past its overview to its text', async () => {
  const { page, context } = await openPage(on.browser);
  await page.goto(`${on.site.url}reviews/trotsky/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('#review--text') !== null)).toBe(true);
  await context.close();
});
