import type { Report } from '../messages/message.ts';
import { type FrontMatter, frontMatterSchema } from '../model/references.ts';
import { readYaml } from './yaml.ts';

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/**
 * Takes the YAML front matter off a review. In `body` it is blanked out, not cut off, so that every line, column and
 * offset stays that of the file.
 */
export function takeFrontMatter(
  path: string,
  value: string,
  report: Report,
): { readonly meta: FrontMatter | undefined; readonly body: string } {
  const match = fence.exec(value);
  if (match?.index !== 0) {
    report(
      'bad-front-matter',
      { path, start: { line: 1, column: 1 } },
      {
        found: 'a review without front matter',
        expected: '`---` on the first line, then `title`, `description`, `work`, `author` and `published`, then `---`',
      },
    );
    return { meta: undefined, body: value };
  }
  const [whole, yaml = ''] = match;
  const meta = readYaml(path, yaml, frontMatterSchema, report, 'bad-front-matter', 1);
  return { meta, body: whole.replace(/[^\r\n]/g, ' ') + value.slice(whole.length) };
}
