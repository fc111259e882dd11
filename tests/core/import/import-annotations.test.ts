import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomesAsText } from '../../../src/cli/import-report.ts';
import type { GivenAnnotation } from '../../../src/core/import/given-annotation.ts';
import { type ImportOutcome, importAnnotations } from '../../../src/core/import/import-annotations.ts';
import { readAnnotations } from '../../../src/core/import/read-annotations.ts';
import { fixtures, parse, parsedReferences, routes } from '../../harness/fixture-content.ts';

const folder = join(fixtures, 'import');
const review = readFileSync(join(folder, 'input.md'), 'utf8');
const context = { references: parsedReferences, routes };

function importInto(value: string, annotations: readonly GivenAnnotation[], takesAltered = false) {
  const imported = importAnnotations({ path: 'input.md', value }, annotations, context, {
    taken: new Set(),
    takesAltered,
  });
  if (!imported) throw new Error('the fixture is out of order');
  return imported;
}

function read(name: string): readonly GivenAnnotation[] {
  const { annotations, problem } = readAnnotations(readFileSync(join(folder, name), 'utf8'));
  if (problem) throw new Error(problem.found);
  return annotations;
}

describe.each(['hypothesis.json', 'w3c.jsonld'])('%s', (name) => {
  it('becomes drafts, and each annotation is accounted for', async () => {
    const { value, outcomes } = importInto(review, read(name));
    await expect(value).toMatchFileSnapshot(join(folder, `${name}.output.md`));
    await expect(outcomesAsText(outcomes)).toMatchFileSnapshot(join(folder, `${name}.outcomes.txt`));
  });

  it('changes nothing else in the file, whatever its line ends', () => {
    for (const original of [review, review.replaceAll('\n', '\r\n'), review.trimEnd()]) {
      const { value } = importInto(original, read(name));
      const without = value
        .replace(/(?:\r?\n){2}:::(?:claim|fact)\{#[^}]* status=draft[\s\S]*$/, '')
        .replace(/:claim\[((?:[^[\]]|\[[^\]]*\])*)\]\{#(?!fire-in-a-bakery)[a-z0-9-]+\}/g, '$1');
      expect(without).toBe(original.trimEnd());
      expect(value.includes('\r')).toBe(original.includes('\r'));
    }
  });

  it('is imported once, however often it is run', () => {
    const once = importInto(review, read(name));
    const again = importInto(once.value, read(name));
    expect(again.value).toBe(once.value);
    expect(again.outcomes.filter(({ outcome }) => outcome === 'anchored')).toEqual([]);
  });
});

it('takes an altered passage when it is asked to', () => {
  const outcome = (takesAltered: boolean) =>
    importInto(review, read('hypothesis.json'), takesAltered).outcomes.find(({ annotation }) =>
      annotation.id.endsWith('altered'),
    );
  expect(outcome(false)).toMatchObject({ outcome: 'altered', changes: [{ kind: 'negation' }, { kind: 'quantifier' }] });
  expect(outcome(true)).toMatchObject({ outcome: 'anchored' });
});

it.each([
  ['{', 'no JSON'],
  ['{"rows": [{"text": 3}]}', 'neither'],
  ['[]', undefined],
])('%s: says what is wrong with a file of annotations', (text, found) => {
  expect(readAnnotations(text).problem?.found ?? undefined).toEqual(found && expect.stringContaining(found));
});

it('whatever is selected and whatever is said of it: a draft that parses, or a reason', () => {
  const text =
    parse(review)
      .review?.blocks.map((block) => `${block.text}\n`)
      .join('') ?? '';
  const stretch = fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 90 }));
  const comment = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom(':::', '```', '\n', ':claim[', ']{#a}', '<div>', '[@x]', '$', '- ', '> ', 'word '), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(
      stretch,
      comment,
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
      ([start, length], said, tags) => {
        const [exact, prefix, suffix] = [
          text.slice(start, start + length),
          text.slice(Math.max(0, start - 32), start),
          text.slice(start + length, start + length + 32),
        ];
        const quote = { type: 'TextQuoteSelector', exact, prefix, suffix } as const;
        const annotation = { id: 'urn:x:1', quote, comment: said.trim(), tags, isReply: false };
        const { value, outcomes } = importInto(review, [annotation]);
        const [outcome] = outcomes as [ImportOutcome];
        const parsed = parse(value);
        expect(parsed.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
        if (outcome.outcome === 'anchored') expect(parsed.review?.drafts.map(({ id }) => id)).toContain(outcome.id);
        else expect(value).toBe(review);
      },
    ),
    { numRuns: 50 },
  );
}, 60_000);
