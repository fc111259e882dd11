/**
 * What remains of a folded word when everything is taken away in which romanisations of the same name differ: vowels,
 * double letters, voiced or unvoiced, and the many ways to write ts, ch, sh and kh. One capital letter stands for each
 * class of consonants. "Trotsky", "Trotskii", "Trotzki" and "Trockij" are all TRZK.
 */
export function consonantKey(folded: string): string {
  let key = '';
  let end = -1;
  for (const match of spelledOut(folded).matchAll(units)) {
    const unit = classOf[match[0]] ?? match[0].toUpperCase();
    if (unit !== key.at(-1) || match.index > end) key += unit;
    end = match.index + match[0].length;
  }
  return key;
}

/** The classes words are filed under; words without a consonant, or in another script, under `0`. */
export const keyClasses = [...'0FHJKLMNPRTZ'];

/** The class of the consonant at a place of a key, counted from 0. */
export function classAt(key: string, place: number): string {
  const unit = key.charAt(place);
  return unit !== '' && keyClasses.includes(unit) ? unit : '0';
}

/** How many syllables a folded word has: runs of vowels. */
export function syllables(folded: string): number {
  return spelledOut(folded).match(/[aeiouy]+/g)?.length ?? 0;
}

/** Spellings whose sound depends on their neighbours, written so that each unit is unambiguous. */
function spelledOut(folded: string): string {
  return folded
    .replace(/([a-z])\1+/g, '$1')
    .replace(/x(?=[iu])|hs(?=[iu])/g, 'sh')
    .replace(/q(?=i)/g, 'ch')
    .replace(/x/g, 'ks')
    .replace(/(?<=[iy])j$|(?<=[^j])j(?=[aeou])/g, 'y')
    .replace(/ck(?=[iy])/g, 'tsk')
    .replace(/(?<!s)ch(?=[rl]|t(?!s?ch))/g, 'k')
    .replace(/c(?=[eiy])/g, 'ts')
    .replace(/[kg](?=i(?:n|a))/g, 'j')
    .replace(/^[yi](?=[aeou])/, 'j');
}

const units =
  /shch|schtsch|chtch|tsch|tch|dzh|sch|sh|ch|zh|dj|ts|tz|cz|dz|kh|gh|ph|th|dh|wh|ck|(?<=.)h|[bcdfghjklmnpqrstvwz]/g;

const classOf: Readonly<Record<string, string>> = {
  ...each('J', 'shch schtsch chtch tsch tch sch sh ch zh dzh dj j'),
  ...each('Z', 'ts tz cz dz z s'),
  ...each('K', 'kh gh ck k q c g'),
  ...each('P', 'p b'),
  ...each('T', 'th dh t d'),
  ...each('F', 'f v w ph wh'),
};

function each(unit: string, spellings: string): Record<string, string> {
  return Object.fromEntries(spellings.split(' ').map((spelling) => [spelling, unit]));
}
