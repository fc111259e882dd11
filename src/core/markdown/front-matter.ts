import type { Report } from '../messages/message.ts';
import type { Place } from '../model/place.ts';
import { type FrontMatter, frontMatterSchema } from '../model/references.ts';
import { placeAt } from './place-of.ts';
import { readYaml } from './yaml.ts';

const fence = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

const again = /^\s*---(?=[ \t]*\r?\n(?:[ \t]*[A-Za-z_-]+:.*\r?\n)+---[ \t]*(?:\r?\n|$))/;

/** A review's front matter, and the rest of its file. */
export interface Taken {
  /** Absent when it cannot be read. */
  readonly meta: FrontMatter | undefined;
  /** The file with its front matter blanked out, not cut off, so that every line, column and offset stays as it is. */
  readonly body: string;
  readonly placeOf: (key: keyof FrontMatter) => Place;
}

/** Takes the YAML front matter off a review. */
export function takeFrontMatter(path: string, value: string, report: Report): Taken {
  const whole: Place = { path, start: { line: 1, column: 1 } };
  const match = fence.exec(value);
  if (!match) {
    const isOpen = /^\uFEFF?---[ \t]*\r?\n/.test(value);
    report('bad-front-matter', whole, {
      found:
        value.trim() === ''
          ? 'an empty file'
          : isOpen
            ? 'front matter that is not closed'
            : 'a review without front matter',
      expected: isOpen
        ? 'a line `---` behind its last key'
        : '`---` on the first line, then `title`, `description`, `work`, `author` and `published`, then `---`',
    });
    return { meta: undefined, body: value, placeOf: () => whole };
  }
  const [all, text = ''] = match;
  const second = again.exec(value.slice(all.length));
  if (second) {
    const at = all.length + second[0].length - '---'.length;
    report('bad-front-matter', placeAt(path, value, at, at + '---'.length), {
      found: 'a second block of front matter',
      expected: 'one: its keys belong into the first',
      cause: whole,
    });
  }
  const given = { path, text, what: 'front matter', rule: 'bad-front-matter', lineOffset: 1 } as const;
  const read = readYaml(given, frontMatterSchema, report);
  return {
    meta: read?.value,
    body: all.replace(/[^\r\n]/g, ' ') + value.slice(all.length),
    placeOf: (key) => read?.placeOf([key]) ?? whole,
  };
}
