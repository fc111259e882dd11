import { type Message, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Claim, Library } from '../model/library.ts';

/**
 * How much of their words two statements may share: of all words in either, the part that is in both (Jaccard). At 0.6
 * three of five words are the same, which two claims about one matter seldom are without saying the same; the claims of a
 * review of one work, with their common names, stay well below it.
 */
const mostAlike = 0.6;

/**
 * Reports claims that say nearly what another says: of the same work, or about a person in common. A claim that names the
 * other in `see` or `same` knows of it. Each pair is reported once, at the later claim.
 *
 * Only those that share one of their rarest words are held against each other: two sets that are alike have to (prefix
 * filtering, Chaudhuri, Ganti and Kaushik 2006), so that a large library takes no longer than it must.
 */
export function similarClaims({ claims }: Pick<Library, 'claims'>): readonly Message[] {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const sharing = new Map<Matter, Map<number, Worded[]>>();
  for (const later of inRareWords([...claims.values()])) {
    const telling = later.words.slice(0, later.words.length - Math.ceil(mostAlike * later.words.length) + 1);
    const candidates = new Set<Worded>();
    for (const matter of [later.claim.work, ...later.claim.about]) {
      const byWord = sharing.get(matter) ?? new Map<number, Worded[]>();
      sharing.set(matter, byWord);
      for (const word of telling) {
        const earlier = byWord.get(word) ?? [];
        for (const one of earlier) candidates.add(one);
        byWord.set(word, earlier);
        earlier.push(later);
      }
    }
    candidates.delete(later);
    const nearest = nearestTo(later, candidates);
    if (nearest) complain(later.claim, nearest);
  }
  return messages;

  function complain(claim: Claim, other: Claim): void {
    report('similar-claim', claim.place, {
      found: `a claim (${code(claim.id)}) that says nearly what ${code(other.id)} says`,
      expected: `a mark of ${code(other.id)} where it is the same claim, or \`see=${other.id}\` where it is another`,
      cause: other.place,
    });
  }
}

/** What two claims may both be about. */
type Matter = Claim['work'] | Claim['about'][number];

interface Worded {
  readonly claim: Claim;
  /** Its words, by the place each has among all words, the rarest first: in ascending order. */
  readonly words: readonly number[];
}

function inRareWords(claims: readonly Claim[]): Worded[] {
  const list = claims.map((claim) => ({ claim, words: wordsOf(claim.statement.text) }));
  const spread = new Map<string, number>();
  for (const { words } of list) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  const rarest = [...spread].sort(([a, inA], [b, inB]) => inA - inB || (a < b ? -1 : 1));
  const places = new Map(rarest.map(([word], place) => [word, place]));
  const placeOf = (word: string) => places.get(word) ?? 0; // all have one
  return list.map(({ claim, words }) => ({ claim, words: [...words].map(placeOf).sort((a, b) => a - b) }));
}

/** The first of the claims that are most like one, if any is enough. */
function nearestTo({ claim, words }: Worded, candidates: Iterable<Worded>): Claim | undefined {
  let nearest: Claim | undefined;
  let most = 0;
  for (const earlier of candidates) {
    if (isNamed(earlier.claim, claim) || isNamed(claim, earlier.claim)) continue;
    const alike = alikeness(earlier.words, words);
    if (alike < mostAlike || alike <= most) continue;
    nearest = earlier.claim;
    most = alike;
  }
  return nearest;
}

function isNamed(claim: Claim, { see, same }: Claim): boolean {
  return see.includes(claim) || same.includes(claim);
}

/** Words of four letters or more and numbers, without accents: what is shorter says little by itself. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/\p{L}{4,}|\p{N}+/gu) ?? []);
}

function alikeness(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const difference = (a[inA] ?? 0) - (b[inB] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) inA++;
    if (difference >= 0) inB++;
  }
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}
