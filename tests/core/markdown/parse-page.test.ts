import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/core/markdown/parse-page.ts';
import { messageAsText } from '../../../src/core/messages/report-text.ts';
import { parsedReferences, routes } from '../../harness/fixture-content.ts';

function page(value: string) {
  const { page, messages } = parsePage(
    { path: 'pages/methodology.md', value },
    { references: parsedReferences, routes },
  );
  return { ...page, messages: messages.map(messageAsText) };
}

describe('a page of the site itself', () => {
  it('is Markdown with citations', () => {
    expect(page('How we work [@porter, p. 3]: "[see](/write/)".\n')).toEqual({
      id: 'methodology',
      html: '<p>How we work <span class="citation">(<a href="/smoke/sources/porter/">Porter 1996</a>, 3)</span>: “<a href="/smoke/write/">see</a>”.</p>',
      images: [],
      messages: [],
    });
  });

  it.each([
    ['A :claim[mark]{#a}.', '1:3 error Unexpected `claim` in a page of the site itself'],
    [':::fact{#a}\nX.\n:::', '1:1 error Unexpected `fact` in a page of the site itself'],
    ['<script>x</script>', '1:1 warning Unexpected HTML `<script>`, which is taken away'],
    ['See [@portr].', '1:6 error Unexpected source `portr`, expected `porter` (the nearest)'],
    ['> '.repeat(3000), '1:1 error Unexpected a line that may stand in 3000 lists'],
  ])('has no room for %s', (text, message) => {
    const { messages } = page(text);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`pages/methodology.md:${message}`);
  });
});
