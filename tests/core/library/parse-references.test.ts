import { describe, expect, it } from 'vitest';
import { messageAsText } from '../../../src/core/messages/report-text.ts';
import { soundReview } from '../../harness/broken-inputs.ts';
import { check, references } from '../../harness/fixture-content.ts';

/** What the check says when one reference file is changed, beside a review that names what is in all of them. */
function messagesWith(name: string, change: (text: string) => string): string[] {
  const review = soundReview.replace('by=work', 'by=samuel-pepys episode=1 about=thomas-farriner');
  const { messages } = check({ 'input.md': review }, new Map([[name, change(references.get(name) ?? '')]]));
  return messages.map(messageAsText);
}

it('says nothing of files that are in order', () => {
  expect(messagesWith('site.yaml', (text) => text)).toEqual([]);
});

describe('a file that cannot be read is the only mistake, whatever names what is in it', () => {
  it.each([
    ['people.yaml', '  line: Baker', '  lines: Baker', 'people.yaml:10:3'],
    ['people.yaml', 'samuel-pepys:', 'Samuel Pepys:', 'people.yaml:1:1'],
    ['people.yaml', 'born: 1633-03-05', 'born: 1633-02-30', 'people.yaml:3:9'],
    ['works.yaml', 'type: TVSeries', 'type: Series', 'works.yaml:2:9'],
    ['works.yaml', '{ number: 1 }', '{ number: one }', 'works.yaml:6:17'],
    ['works.yaml', /^/, '\t', 'works.yaml:1:1'],
    ['verdicts.yaml', 'sign: saltire', 'sign: cross', 'verdicts.yaml:4:40'],
    ['verdicts.yaml', 'rating: 5', 'rating: 9', 'verdicts.yaml:1:56'],
    ['verdicts.yaml', /^[\s\S]*$/, '', 'verdicts.yaml:1:1'],
    ['site.yaml', 'url: https://', 'url: ftp://', 'site.yaml:4:6'],
    ['site.yaml', 'title: Smoke and Record', 'title: Smoke: and Record', 'site.yaml:1:8'],
  ])('%s with %s as %s', (name, from, to, place) => {
    const messages = messagesWith(name, (text) => text.replace(from, to));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`${place} error Unexpected `);
    expect(messages[0]).toContain('[bad-reference-file]');
  });
});

describe('what a reference file names is looked up', () => {
  it.each([
    [
      'works.yaml',
      (text: string) => `${text}  cast:\n    - { name: A. Player, role: Pepys, person: samuel-peppys }\n`,
      'works.yaml:19:47 error Unexpected person `samuel-peppys`, expected `samuel-pepys` (the nearest), or the id of a person in people.yaml [unknown-person]',
    ],
    [
      'works.yaml',
      (text: string) => `${text}  sources: [tinniswood, tiniswood]\n`,
      'works.yaml:18:25 error Unexpected source `tiniswood`, expected `tinniswood` (the nearest), or the key of an entry in sources.bib [unknown-source]',
    ],
    [
      'verdicts.yaml',
      (text: string) => text.replace('rating: 5', 'rating: 5, example: fire-in-bakery'),
      'verdicts.yaml:1:68 error Unexpected claim `fire-in-bakery`, expected `fire-in-a-bakery` (the nearest) [unknown-claim]',
    ],
    [
      'verdicts.yaml',
      (text: string) => `${text}- { id: accurate, label: Right, sign: disc, definition: It is so. }\n`,
      'verdicts.yaml:5:9 error Unexpected verdict `accurate` a second time, expected an id of its own (see verdicts.yaml:1:9) [duplicate-id]',
    ],
  ])('%s', (name, change, message) => {
    expect(messagesWith(name, change)).toEqual([message]);
  });
});

it('names things like parts of every object without harm', () => {
  const people = 'constructor:\n  name: A\n  line: b\nto-string:\n  name: C\n  line: d\n';
  const { library, messages } = check({}, new Map([['people.yaml', people]]));
  expect(messages).toEqual([]);
  expect([...library.people.keys()]).toEqual(['constructor', 'to-string']);
});

describe('a work', () => {
  const divided = (works: string) =>
    messagesWith('works.yaml', (text) => text.replace('episodes:', `${works}\n  episodes:`));

  it('is divided in one way', () => {
    expect(divided('scenes:\n    - { id: storm, title: The storm }')).toEqual([
      expect.stringMatching(
        /error Unexpected `scenes` beside `episodes`, expected one division of a work.*\[bad-reference-file\]$/,
      ),
    ]);
  });

  it.each([
    [
      'versions',
      'versions:\n    - { id: cut, title: One }\n    - { id: cut, title: Two }',
      '`cut` a second time in `versions`',
    ],
  ])('names each of its %s once', (_, works, found) => {
    expect(divided(works)).toEqual([expect.stringMatching(new RegExp(`Unexpected ${found}, .*\\[duplicate-id\\]$`))]);
  });

  it('may name a version as it names a part', () => {
    expect(divided("versions:\n    - { id: '1', title: The first cut }")).toEqual([]);
  });

  it('counts each of its parts once', () => {
    const twice = messagesWith('works.yaml', (text) =>
      text.replace('{ number: 1 }', '{ number: 1 }\n    - { number: 1 }'),
    );
    expect(twice).toEqual([expect.stringContaining('Unexpected `1` a second time in `episodes`')]);
  });
});
