import { describe, expect, it } from 'vitest';
import { messageAsText } from '../../../src/core/messages/report-text.ts';
import type { Library } from '../../../src/core/model/library.ts';
import { soundReview } from '../../harness/broken-inputs.ts';
import { check } from '../../harness/fixture-content.ts';
import { record } from '../../harness/record.ts';

const first = record({ 'a.md': soundReview });
const bakery = 'fire-in-a-bakery';
const tavern = 'fire-in-a-tavern';

const edit = (from: string | RegExp, to: string) => soundReview.replaceAll(from, to);
const renamed = edit(bakery, tavern).replace('{#fire-in-a-tavern by', '{#fire-in-a-tavern was=fire-in-a-bakery by');
/** The claim is gone, and in its place stands another, on which the fact bears now. */
const gone = edit(bakery, tavern).replace("in a baker's house", 'in a tavern');
const withdrawn = `${gone}\n:::withdrawn{#fire-in-a-bakery date=2026-10-01}\nNobody knows.\n:::\n`;
/** Both claims, the one beside the other. */
const both = `${soundReview}\nAnd :claim[in a tavern]{#fire-in-a-tavern}.\n
:::claim{#fire-in-a-tavern by=work verdict=disputed confidence=low}\nThe fire began in a tavern.\n:::\n
:::fact{#a-tavern-burned supports=fire-in-a-tavern}\nA tavern burned [@porter].\n:::\n`;
const merged =
  soundReview.replace('confidence=high', 'confidence=high was=fire-in-a-tavern') +
  '\n:::fact{#a-tavern-burned supports=fire-in-a-bakery}\nA tavern burned [@porter].\n:::\n';

/** What the check says of a review that stands against a ledger. */
function said(review: string, ledger = first): string[] {
  return check({ 'a.md': review }, new Map(), ledger).messages.map(messageAsText);
}

function libraryOf(review: string, ledger: string): Library {
  return check({ 'a.md': review }, new Map(), ledger).library;
}

function told(library: Library, id: string): string[] {
  return library
    .history(id)
    .map(({ id: under, revision, event, from }) => [revision, event, under, from].join(' ').trim());
}

describe('what is recorded', () => {
  it('leaves nothing to say', () => {
    expect(said(soundReview)).toEqual([]);
    expect(record({ 'a.md': soundReview }, first)).toBe(first);
  });

  it.each([
    ['a comma in a statement', edit("baker's house", "baker's, house")],
    ['a comma in a passage', edit('[in a bakery]', '[in a, bakery]')],
    ['what is neither statement nor passage nor verdict', edit('confidence=high', 'confidence=medium')],
    ['the citations of a fact', edit('[@pepys-diary; @tinniswood, p. 42]', '[@tinniswood, p. 42; @pepys-diary, p. 3]')],
    ['the title of a review', edit('Smoke without a record', 'Smoke')],
  ])('need not be recorded again for %s', (_, review) => {
    expect(said(review)).toEqual([]);
  });

  it.each([
    [
      "baker's house",
      "butcher's house",
      'edit of the statement of `fire-in-a-bakery` that is not recorded (baker’s → butcher’s)',
    ],
    [
      "baker's house",
      "baker's house in 1666",
      'of the statement of `fire-in-a-bakery` that is not recorded (it adds a number: 1666)',
    ],
    [
      '[in a bakery]',
      '[in no bakery]',
      'edit of a passage of `fire-in-a-bakery` that is not recorded (it adds a negation: no)',
    ],
    [
      "in Farriner's",
      "in Pepys's",
      'edit of the text of `farriner-was-a-baker` that is not recorded (it changes a name: Farriner’s → Pepys’s)',
    ],
    [
      '=accurate',
      '=disputed',
      'change of the verdict on `fire-in-a-bakery` that is not recorded (`accurate` → `disputed`)',
    ],
    [/^It opens.*$/gm, '', 'loss of a passage of `fire-in-a-bakery` that is not recorded (in a bakery → (nothing))'],
    [
      '[in a bakery]',
      '[in]{#fire-in-a-bakery} :claim[a bakery]',
      'edit of a passage of `fire-in-a-bakery` that is not recorded (a bakery → (nothing))',
    ],
  ])('has to be recorded again: %s → %s', (from, to, found) => {
    const [message, ...others] = said(edit(from, to)).filter((one) => !/\[definition-without-mark\]/.test(one));
    expect(message).toContain(`Unexpected ${found}`.replace('Unexpected of', 'edit of'));
    expect(message).toContain('`npm run record -- --note "why"`, or what was recorded (see ledger.jsonl:');
    expect(others.every((one) => one.endsWith('[unrecorded-change]'))).toBe(true);
    expect(
      said(edit(from, to), record({ 'a.md': edit(from, to) }, first)).filter((one) => /recorded/.test(one)),
    ).toEqual([]);
  });

  it('is asked for once a run where it never was', () => {
    expect(said(both).filter((one) => !/thin/.test(one))).toEqual([
      'ledger.jsonl:1:1 warning Unexpected 2 annotations that are not in the ledger yet, expected `npm run record` before they are published [unrecorded-annotation]',
    ]);
    expect(check({ 'a.md': both }).messages.map(({ rule }) => rule)).not.toContain('unrecorded-annotation');
  });

  it('is not missed in a file that has errors', () => {
    for (const broken of [
      edit(':::claim', ':::clam'),
      edit('verdict=accurate', 'verdict=acurate'),
      edit('title:', 'titel:'),
    ]) {
      expect(said(broken).filter((one) => /\[(?:lost-id|unrecorded-change)\]/.test(one))).toEqual([]);
    }
  });
});

describe('what was changed', () => {
  const farriner = 'farriner-was-a-baker';
  const corrected = `${soundReview}\n:::correction{on=${farriner} date=2026-09-05}\nIt said less.\n:::\n`;

  it('is nothing that was only published, recorded or not', () => {
    expect(check({ 'a.md': soundReview }).library.changed).toEqual([]);
    expect(libraryOf(soundReview, first).changed).toEqual([]);
  });

  it.each([
    { how: 'by a correction that is not recorded', review: corrected, ledger: first, ids: [farriner] },
    { how: 'by a recorded change', review: renamed, ledger: record({ 'a.md': renamed }, first), ids: [tavern] },
    { how: 'by a merger', review: merged, ledger: record({ 'a.md': merged }, record({ 'a.md': both })), ids: [bakery] },
    { how: 'by being taken back', review: withdrawn, ledger: first, ids: [bakery] },
    { how: 'though its block is gone', review: gone, ledger: record({ 'a.md': withdrawn }, first), ids: [bakery] },
  ])('is told: $how', ({ review, ledger, ids }) => {
    expect(libraryOf(review, ledger).changed).toEqual(ids);
  });
});

describe('an id that is given up', () => {
  it('is missed', () => {
    const [message] = said(gone).filter((one) => one.includes('[lost-id]'));
    expect(message).toContain('Unexpected loss of the claim `fire-in-a-bakery`, which was published, expected it back');
  });

  it('is missed with its heir, when one says the same', () => {
    expect(said(edit(bakery, tavern)).filter((one) => one.includes('[lost-id]'))).toEqual([
      expect.stringContaining('expected `was=fire-in-a-bakery` on `fire-in-a-tavern`, which says the same'),
    ]);
  });

  it('may be renamed: the count goes on', () => {
    expect(said(renamed)).toEqual([
      expect.stringContaining('change of the id `fire-in-a-bakery` to `fire-in-a-tavern`'),
    ]);
    const ledger = record({ 'a.md': renamed }, first);
    const library = libraryOf(renamed, ledger);
    expect(said(renamed, ledger)).toEqual([]);
    expect(told(library, tavern)).toEqual([`1 published ${bakery}`, `2 renamed ${tavern} ${bakery}`]);
    expect(library.formerIds.get(bakery)).toEqual({ id: bakery, kind: 'claim', to: tavern, toKind: 'claim' });
    expect(library.revision(tavern)).toBe(2);
  });

  it('is remembered by the ledger alone, and twice renamed leads to the last', () => {
    const ledger = record({ 'a.md': renamed }, first);
    const again = renamed.replaceAll(tavern, 'fire-in-an-inn').replace(`was=${bakery}`, `was=${tavern}`);
    const library = libraryOf(again, record({ 'a.md': again }, ledger));
    expect([...library.formerIds.values()].map(({ id, to }) => [id, to])).toEqual([
      [tavern, 'fire-in-an-inn'],
      [bakery, 'fire-in-an-inn'],
    ]);
    expect(library.revision('fire-in-an-inn')).toBe(3);
  });

  it('may be taken again by what it stood for', () => {
    const back = soundReview.replace('confidence=high', `confidence=high was=${tavern}`);
    const ledger = record({ 'a.md': back }, record({ 'a.md': renamed }, first));
    expect(said(back, ledger)).toEqual([]);
    expect(told(libraryOf(back, ledger), bakery).at(-1)).toBe(`3 renamed ${bakery} ${tavern}`);
    expect([...libraryOf(back, ledger).formerIds.keys()]).toEqual([tavern]);
  });

  it('may be merged into another, whose count is its own', () => {
    const ledger = record({ 'a.md': both });
    expect(said(merged, ledger)).toEqual([
      expect.stringContaining('merger of `fire-in-a-tavern` into `fire-in-a-bakery`'),
    ]);
    const after = record({ 'a.md': merged }, ledger);
    const library = libraryOf(merged, after);
    expect(said(merged, after)).toEqual([]);
    expect(told(library, bakery)).toEqual([`1 published ${bakery}`, `2 merged ${bakery} ${tavern}`]);
    expect(told(library, tavern)).toEqual([`1 published ${tavern}`]);
    expect(library.formerIds.get(tavern)).toMatchObject({ to: bakery, mergedAs: tavern });
  });

  it('may be withdrawn, and leaves a tombstone even when the block is gone', () => {
    expect(said(withdrawn)).toContainEqual(
      expect.stringContaining('withdrawal of `fire-in-a-bakery` that is not recorded'),
    );
    const ledger = record({ 'a.md': withdrawn }, first);
    expect(said(withdrawn, ledger)).toEqual([]);
    for (const review of [withdrawn, gone]) {
      const library = libraryOf(review, ledger);
      expect(said(review, ledger)).toEqual([]);
      expect(library.withdrawals.get(bakery)).toMatchObject({ was: 'claim', reason: { text: 'Nobody knows.' } });
      expect(told(library, bakery).at(-1)).toBe(`2 withdrawn ${bakery}`);
    }
  });

  it('may return as what it was, but not as anything else', () => {
    const ledger = record({ 'a.md': withdrawn }, first);
    const returned = soundReview;
    expect(said(returned, record({ 'a.md': gone }, ledger)).filter((one) => /return/.test(one))).toEqual([
      expect.stringContaining('return of `fire-in-a-bakery` (it was withdrawn) that is not recorded'),
    ]);
    expect(said(soundReview.replace("a baker's", "a butcher's"), ledger)).toContainEqual(
      expect.stringContaining('id `fire-in-a-bakery`, under which another claim that was withdrawn was published'),
    );
  });

  it('is not used for something of another kind', () => {
    const other = soundReview.replaceAll(bakery, 'x').replaceAll('farriner-was-a-baker', bakery);
    expect(said(other)).toContainEqual(
      expect.stringContaining('id `fire-in-a-bakery`, under which a claim was published'),
    );
  });

  it('is not used again after it was renamed', () => {
    const ledger = record({ 'a.md': renamed }, first);
    const again = `${renamed.replace(` was=${bakery}`, '')}\n:::claim{#fire-in-a-bakery by=work verdict=false confidence=low}\nBread burned.\n:::\n
:::fact{#bread refutes=fire-in-a-bakery}\nBread [@porter].\n:::\n`;
    expect(said(again, ledger)).toContainEqual(
      expect.stringContaining('under which another claim that has another id now was published'),
    );
  });
});

describe('what refers to an id that was given up', () => {
  const referring = (to: string) =>
    `\nAnd :claim[so]{#it-is-so}.\n\n:::claim{#it-is-so by=work verdict=disputed confidence=low see=${to}}\nIt is so.\n:::\n
:::fact{#so-it-is supports=it-is-so}\nSo it is [@porter].\n:::\n`;

  it('is told its id now, from the attribute or from the ledger', () => {
    const ledger = record({ 'a.md': renamed }, first);
    for (const review of [renamed, renamed.replace(` was=${bakery}`, '')]) {
      expect(said(review + referring(bakery), ledger)).toContainEqual(
        expect.stringContaining(
          'Unexpected `fire-in-a-bakery`, which has another id now, expected `fire-in-a-tavern` [',
        ),
      );
    }
  });

  it('is told that it was withdrawn, by the block or by the ledger', () => {
    const ledger = record({ 'a.md': withdrawn }, first);
    for (const review of [withdrawn, gone]) {
      expect(said(review + referring(bakery), ledger)).toContainEqual(
        expect.stringContaining('Unexpected `fire-in-a-bakery`, which was withdrawn, expected the id of a claim ['),
      );
    }
    expect(said(`${withdrawn}\nAnd :claim[so]{#fire-in-a-bakery}.\n`, ledger)).toContainEqual(
      expect.stringContaining('Unexpected a mark of `fire-in-a-bakery`, which was withdrawn, expected the words alone'),
    );
  });
});

describe('a review', () => {
  it('keeps its address under a new name', () => {
    const moved = soundReview.replace('author:', 'was: a\nauthor:');
    const messages = (ledger: string) => check({ 'b.md': moved }, new Map(), ledger).messages.map(messageAsText);
    expect(messages(first)).toEqual([expect.stringContaining('change of the id `a` to `b`')]);
    const ledger = record({ 'b.md': moved }, first);
    expect(messages(ledger)).toEqual([]);
    expect([...check({ 'b.md': moved }, new Map(), ledger).library.formerSlugs]).toEqual([['a', 'b']]);
    const lost = check({ 'b.md': soundReview }, new Map(), first).messages.map(messageAsText);
    expect(lost).toEqual([expect.stringContaining('loss of the review `a`, which was published')]);
  });
});

describe('a reason', () => {
  it('is the correction since the last revision, else the note', () => {
    const changed = edit("baker's", "butcher's");
    const corrected = `${changed}\n:::correction{on=fire-in-a-bakery date=2026-10-01}\nIt was a butcher.\n:::\n`;
    const noteOf = (review: string) =>
      libraryOf(review, record({ 'a.md': review }, first))
        .history(bakery)
        .at(-1)?.note;
    expect(noteOf(changed)).toBe('So it is.');
    expect(noteOf(corrected)).toBe('It was a butcher.');
    expect(noteOf(corrected.replace('2026-10-01', '2026-08-01'))).toBe('So it is.');
  });
});

describe('two branches that both changed one claim', () => {
  const ours = record({ 'a.md': edit("baker's", "butcher's") }, first);
  const theirs = record({ 'a.md': edit("baker's", "brewer's") }, first);
  const both = ours + theirs.slice(first.length);

  it('have to say what holds, whichever it is', () => {
    for (const word of ["baker's", "butcher's", "brewer's"]) {
      const review = edit("baker's", word);
      expect(said(review, both)).toEqual([
        expect.stringContaining('two changes of `fire-in-a-bakery`, recorded on different branches'),
      ]);
      const ledger = record({ 'a.md': review }, both);
      expect(said(review, ledger)).toEqual([]);
      expect(told(libraryOf(review, ledger), bakery)).toEqual([
        `1 published ${bakery}`,
        `2 changed ${bakery}`,
        `2 changed ${bakery}`,
        `3 changed ${bakery}`,
      ]);
    }
  });

  it('have nothing to say where both changed it alike', () => {
    const alike =
      ours + record({ 'a.md': edit("baker's", "butcher's") }, first, { note: 'Another.' }).slice(first.length);
    expect(said(edit("baker's", "butcher's"), alike)).toEqual([]);
  });
});

describe('a review that is taken back', () => {
  const takenBack = soundReview.replace(
    /^---\n/,
    '---\nwas: b\nwithdrawn:\n  date: 2026-10-01\n  reason: It was about another <fire>.\n',
  );
  const frontMatterAlone = `${takenBack.split('\n---\n')[0]}\n---\n`;
  const others = { 'other.md': both.replaceAll(/fire-in-a-|farriner|a-tavern/g, 'other-$&') };
  const slugsOf = ({ reviews, withdrawnReviews }: Library) => [[...reviews.keys()], [...withdrawnReviews.keys()]];
  const saidOf = (files: Readonly<Record<string, string>>, ledger: string) =>
    check(files, new Map(), ledger).messages.map(messageAsText);

  it('takes all that it claimed back with it, and has to be recorded', () => {
    expect(said(takenBack)).toEqual([
      expect.stringContaining('withdrawal of `a` that is not recorded'),
      expect.stringContaining('withdrawal of `fire-in-a-bakery` that is not recorded'),
      expect.stringContaining('withdrawal of `farriner-was-a-baker` that is not recorded'),
    ]);
    const library = libraryOf(takenBack, first);
    expect(slugsOf(library)).toEqual([[], ['a']]);
    expect([...library.claims.keys(), ...library.facts.keys()]).toEqual([]);
    expect([...library.withdrawals.values()].map(({ was, reason }) => [was, reason.html])).toEqual([
      ['fact', '<p>It was about another &lt;fire&gt;.</p>'],
      ['claim', '<p>It was about another &lt;fire&gt;.</p>'],
    ]);
    expect([...library.formerSlugs]).toEqual([['b', 'a']]);
  });

  it.each([
    ['with its text', { 'a.md': takenBack }],
    ['without its text', { 'a.md': frontMatterAlone }],
    ['without its file', {}],
  ])('is remembered %s', (_, files) => {
    const ledger = record({ 'a.md': takenBack }, first);
    expect(saidOf(files, ledger)).toEqual([]);
    const { library } = check(files, new Map(), ledger);
    expect(slugsOf(library)).toEqual([[], ['a']]);
    expect(library.withdrawnReviews.get('a')?.reason.text).toBe('It was about another <fire>.');
    expect([...library.withdrawals.keys()].sort()).toEqual(['farriner-was-a-baker', bakery]);
  });

  it('may return', () => {
    const ledger = record({ 'a.md': takenBack }, first);
    expect(said(soundReview, ledger)).toContainEqual(
      expect.stringContaining('return of `a` (it was withdrawn) that is not recorded'),
    );
    const after = record({ 'a.md': soundReview }, ledger);
    expect(said(soundReview, after)).toEqual([]);
    expect(slugsOf(libraryOf(soundReview, after))).toEqual([['a'], []]);
  });

  it('leaves the others as they are, and is missed where it goes without a word', () => {
    const files = { 'a.md': soundReview, ...others };
    const ledger = record(files);
    expect(slugsOf(check({ ...others, 'a.md': takenBack }, new Map(), ledger).library)).toEqual([['other'], ['a']]);
    expect(saidOf(others, ledger)).toContainEqual(
      expect.stringMatching(/loss of the review `a`, .* or `withdrawn` with date and reason in its own/),
    );
  });
});
