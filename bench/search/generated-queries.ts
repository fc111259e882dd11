import { createRandom, type Random } from '../../tests/harness/random.ts';
import type { MadeClaim, MadeCollection } from './generated-collection.ts';
import { type JudgedQuery, type Kind, kinds } from './judged-queries.ts';

/**
 * Queries made from claims of the generated collection, `each` of every kind. What was meant is known: a claim whose
 * statement has all meant words is what was asked for; one that has them together with its record helps.
 */
export function makeQueries({ claims }: MadeCollection, each: number, seed = 1905): JudgedQuery[] {
  const random = createRandom(seed);
  const texts = claims.map((claim) => ({
    claim,
    statement: tokens(claim.statement),
    all: tokens(`${claim.statement} ${claim.record}`),
  }));
  const queries: JudgedQuery[] = [];
  for (const kind of kinds) {
    for (let made = 0, attempt = 0; made < each && attempt < each * 200; attempt += 1) {
      const asked = makers[kind](random.pick(claims), random);
      if (!asked) continue;
      const meant = asked.meant.flatMap((text) => [...tokens(text)]);
      const fits = (words: ReadonlySet<string>) => meant.length > 0 && meant.every((word) => words.has(word));
      const asWritten = ({ statement, record }: MadeClaim) =>
        kind !== 'phrase' || `${statement} ${record}`.includes(asked.query.slice(1, -1));
      const inTime = ({ year }: MadeClaim) => !asked.years || (year >= asked.years[0] && year <= asked.years[1]);
      const possible = texts.filter(
        ({ claim, all }) =>
          inTime(claim) && asWritten(claim) && (meant.length === 0 ? asked.years !== undefined : fits(all)),
      );
      const best = possible.filter(
        ({ claim, statement }) => meant.length === 0 || fits(statement) || claim === asked.target,
      );
      const ids = best.map(({ claim }) => claim.id);
      queries.push({
        kind,
        query: asked.query,
        best: ids,
        good: possible.map(({ claim }) => claim.id).filter((id) => !ids.includes(id)),
      });
      made += 1;
    }
  }
  return queries;
}

interface AskedFor {
  readonly query: string;
  /** Words of the claims it is about. */
  readonly meant: readonly string[];
  readonly years?: readonly [number, number];
  readonly target?: MadeClaim;
}

type Maker = (claim: MadeClaim, random: Random) => AskedFor | undefined;

const makers: Readonly<Record<Kind, Maker>> = {
  'exact words': ({ person, place, thing }, random) => {
    const words = random.pick([
      [person.surname, thing],
      [thing, place],
      [person.surname, place],
    ]);
    return { query: words.join(' '), meant: words };
  },
  misspelling: ({ person, place, thing }, random) => {
    const words = [person.surname, ...random.some([...thing.split(' '), place], 2)];
    const wrong = random.below(words.length);
    if ((words[wrong]?.length ?? 0) < 5) return undefined;
    return {
      query: words.map((word, index) => (index === wrong ? slip(word, random, 1) : word)).join(' '),
      meant: words,
    };
  },
  'first letter': ({ person, place, thing }, random) => {
    const words = random.some([person.surname, thing.split(' ').at(-1) ?? '', place], 2);
    const [first = '', ...rest] = words;
    return first.length < 5 ? undefined : { query: [slip(first, random, 0), ...rest].join(' '), meant: words };
  },
  transliteration: ({ person, place, thing }, random) => {
    const spelling = random.pick([...person.variants, person.native?.split(' ').at(-1) ?? '']);
    const rest = random.pick([thing, place]);
    return spelling === '' ? undefined : { query: `${spelling} ${rest}`, meant: [person.surname, rest] };
  },
  'other name': ({ person, place, thing }, random) => {
    const rest = random.pick([thing, place]);
    return person.alias ? { query: `${person.alias} ${rest}`, meant: [person.surname, rest] } : undefined;
  },
  diacritics: ({ person, place, thing }, random) => {
    const words = [person.surname, random.pick([place, thing])];
    const bare = words.join(' ').normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o');
    return bare === words.join(' ') ? undefined : { query: bare, meant: words };
  },
  question: (target) => ({ query: target.question, meant: [target.question.replace(questionWords, ' ')], target }),
  headline: (target, random) => {
    const words = random.some([target.person.surname, ...target.thing.split(' '), target.place], 3);
    const filler = random.pick(fillers);
    return { query: `${filler}: ${words.join(', ')} in a new light`, meant: words, target };
  },
  date: ({ thing, place, year }, random) => {
    const words = random.pick([[thing], [place], []]);
    const decade = Math.floor(year / 10) * 10;
    // biome-ignore format: a table
    const [text, from, to] = random.pick<[string, number, number]>([
      [`${year}`, year, year], [`${decade}s`, decade, decade + 9], [`${year}-${year + 3}`, year, year + 3],
      [`between ${year - 1} and ${year + 1}`, year - 1, year + 1],
    ]);
    return { query: [...words, text].join(' '), meant: words, years: [from, to] };
  },
  phrase: ({ thing }) => ({ query: `"${thing}"`, meant: [thing] }),
  'nothing there': (_claim, random) => {
    const invent = () =>
      Array.from({ length: 3 }, () => random.pick(['zul', 'vex', 'qor', 'wub', 'yix', 'jav', 'xom'])).join('');
    return { query: random.pick([invent(), `${invent()} ${invent()}`]), meant: [] };
  },
};

const fillers = [
  'Scandal',
  'Exclusive',
  'Film festival report',
  'Television tonight',
  'Museum opens exhibition',
  'Critics divided',
];
const questionWords =
  /\b(who|did|how|why|was|about|by|the|of|at|in|to|over|meet|design|die|brought|betrayed|burn|invented|marry|stole|during|do|with|from|ordered|forbade|financed|planned|prevented)\b|[?]/g;

/** The word with one letter swapped, doubled, lost or mistaken, at the first place (0) or behind it (1). */
function slip(word: string, random: Random, from: 0 | 1): string {
  const letters = [...word];
  const at = from === 0 ? 0 : 1 + random.below(letters.length - 2);
  const letter = random.pick([...'aeioustrnlmd']);
  const kinds_ = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 1, letter),
    () => letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? ''),
    () => letters.splice(at, 0, letter),
  ];
  random.pick(kinds_)();
  return letters.join('').toLowerCase() === word.toLowerCase() ? slip(word, random, from) : letters.join('');
}

function tokens(text: string): Set<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? []);
}
