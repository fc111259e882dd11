import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageGlobals } from '../../src/cli/page-globals.ts';

/** What the program of the pages finds in place of globals gives the bytes that they would. */

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 3000 }),
  loneSurrogates(),
);

function loneSurrogates() {
  return fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 })).map((units) => String.fromCharCode(...units));
}

test('any text is encoded as a TextEncoder does, and stays so when the next one is', () => {
  const encoder = new pageGlobals.TextEncoder();
  fc.assert(
    fc.property(text, text, (one, other) => {
      const encoded = encoder.encode(one);
      encoder.encode(other);
      expect(encoded.equals(new TextEncoder().encode(one))).toBe(true);
    }),
  );
});

test('an answer has the bytes that a Response has, and its status and headers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(text, fc.uint8Array(), fc.constant(null)),
      fc.constantFrom(200, 404),
      async (body, status) => {
        const init = { status, headers: { 'Content-Type': 'text/html', 'X-Of-Ours': 'yes' } };
        const [ours, theirs] = [new pageGlobals.Response(body, init), new Response(body, init)];
        expect(ours.bytes.equals(Buffer.from(await theirs.arrayBuffer()))).toBe(true);
        expect(ours.status).toBe(theirs.status);
        expect([...ours.headers]).toEqual([...theirs.headers]);
        expect(ours.body === null).toBe(theirs.body === null);
      },
    ),
  );
});
