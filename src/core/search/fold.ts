/**
 * One spelling for all the ways a word is typed: small letters, no diacritics, no apostrophes and points, Cyrillic in Latin letters
 * as English books write it (BGN/PCGN without marks; names in -ий and -ый end in y). Other scripts stay as they are.
 * Folding twice changes nothing.
 *
 * The table covers the letters of Russian, Ukrainian, Belarusian, Bulgarian and Serbian; libraries that romanise all of
 * Unicode weigh more than the rest of search, and names in further scripts are aliases of `people.yaml`.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(silent, '')
    .replace(/[иы]й(?![\p{L}\p{M}])/gu, 'y')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u00df-\u04ff]/g, (letter) => latin[letter] ?? cyrillic[letter] ?? letter);
}

/** Most words only lose their capitals, and every search folds thousands. */
const plain = /^[A-Za-z0-9 ]*$/;

/** Apostrophes of every form, accents used as such, points and commas, soft hyphens and zero-width characters. */
const silent = /[.,'’‘ʼʹ`´\u00ad\u200b-\u200d\u2060\ufeff]/g;

// biome-ignore format: a table
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh',
  ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', ѣ: 'e', ѳ: 'f', ѵ: 'i',
  ђ: 'dj', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', џ: 'dz',
};

// biome-ignore format: a table
const latin: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', ð: 'd', ø: 'o', þ: 'th', đ: 'd', ħ: 'h', ı: 'i', ĸ: 'k', ł: 'l', ŋ: 'n', œ: 'oe', ŧ: 't', ƿ: 'w',
  ǝ: 'e', ə: 'e', ȷ: 'j',
};
