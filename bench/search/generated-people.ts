import { fold } from '../../src/core/search/fold.ts';
import type { Random } from '../../tests/harness/random.ts';

/** Somebody of the generated collection, with the ways others write the name. */
export interface MadePerson {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  /** In Cyrillic, for Russians. */
  readonly native?: string | undefined;
  /** Surnames as other romanisations have them; not known to the site. */
  readonly variants: readonly string[];
  /** Another name altogether, known to the site. */
  readonly alias?: string | undefined;
}

/** `count` people, no two of the same name. */
export function makePeople(random: Random, count: number): MadePerson[] {
  const people = new Map<string, MadePerson>();
  for (let attempt = 0; people.size < count && attempt < count * 50; attempt += 1) {
    const person = random.pick(cultures)(random);
    const id = fold(person.name).replace(/[^a-z]+/g, '-');
    if (people.has(id)) continue;
    const alias = `${random.pick(pseudonyms)}${random.pick(['', 'in', 'el', 'ard', 'one', 'us', 'ette'])}`;
    const taken = random.below(4) > 0 || [...people.values()].some((other) => other.alias === alias);
    people.set(id, { id, ...person, alias: taken ? undefined : alias });
  }
  return [...people.values()];
}

type Named = Omit<MadePerson, 'id' | 'alias'>;

const cultures: readonly ((random: Random) => Named)[] = [
  russian,
  russian,
  chinese,
  accented,
  accented,
  plain,
  plain,
  plain,
];

/** Surname stems with their Cyrillic, and endings with the ways they are romanised. */
function russian(random: Random): Named {
  const [stem, cyrillicStem, german] = random.pick(russianStems);
  const [ending, cyrillicEnding, others] = random.pick(russianEndings);
  const [given, cyrillicGiven] = random.pick(russianGiven);
  const surname = stem + ending;
  const variants = [...others.map((other) => stem + other), german + (others.at(-1) ?? ending)];
  return {
    name: `${given} ${surname}`,
    surname,
    native: `${cyrillicGiven} ${cyrillicStem}${cyrillicEnding}`,
    variants,
  };
}

function chinese(random: Random): Named {
  const [first, wadeFirst] = random.pick(chineseSyllables);
  const [second, wadeSecond] = random.pick(chineseSyllables);
  const surname = first.charAt(0).toUpperCase() + first.slice(1) + second;
  const variant = `${wadeFirst.charAt(0).toUpperCase()}${wadeFirst.slice(1)}-${wadeSecond}`;
  return { name: `${random.pick(chineseFamily)} ${surname}`, surname, variants: [variant] };
}

function accented(random: Random): Named {
  const surname = random.pick(accentedStart) + random.pick(accentedEnd);
  return { name: `${random.pick(accentedGiven)} ${surname}`, surname, variants: [] };
}

function plain(random: Random): Named {
  const surname = random.pick(plainStart) + random.pick(plainEnd);
  return { name: `${random.pick(plainGiven)} ${surname}`, surname, variants: [] };
}

// biome-ignore format: a table
const russianStems = [
  ['Zavad', 'Завад', 'Sawad'], ['Chertk', 'Чертк', 'Tschertk'], ['Kharlam', 'Харлам', 'Charlam'],
  ['Shuval', 'Шувал', 'Schuwal'], ['Yazyk', 'Язык', 'Jasyk'], ['Zhemchug', 'Жемчуг', 'Schemtschug'],
  ['Tsvetk', 'Цветк', 'Zwetk'], ['Ostrozh', 'Острож', 'Ostrosch'], ['Vyazem', 'Вязем', 'Wjasem'],
  ['Golub', 'Голуб', 'Golub'], ['Krasn', 'Красн', 'Krasn'], ['Belosel', 'Белосел', 'Belosel'],
  ['Dolgor', 'Долгор', 'Dolgor'], ['Meshcher', 'Мещер', 'Meschtscher'], ['Rostovts', 'Ростовц', 'Rostowz'],
  ['Volkh', 'Волх', 'Wolch'], ['Chaik', 'Чайк', 'Tschaik'], ['Ryabush', 'Рябуш', 'Rjabusch'],
] as const;
// biome-ignore format: a table
const russianEndings = [
  ['sky', 'ский', ['skii', 'skij', 'ski']], ['sky', 'ский', ['skiy', 'skyi', 'ski']], ['ov', 'ов', ['off', 'ow']],
  ['in', 'ин', ['ine', 'in']], ['enko', 'енко', ['yenko', 'enko']],
] as const;
// biome-ignore format: a table
const russianGiven = [
  ['Nikolai', 'Николай'], ['Sergei', 'Сергей'], ['Vera', 'Вера'], ['Pyotr', 'Пётр'], ['Olga', 'Ольга'],
  ['Grigory', 'Григорий'], ['Anna', 'Анна'], ['Ivan', 'Иван'], ['Yevgenia', 'Евгения'], ['Mikhail', 'Михаил'],
] as const;
// biome-ignore format: a table
const chineseSyllables = [
  ['ze', 'tse'], ['dong', 'tung'], ['jing', 'ching'], ['guo', 'kuo'], ['bao', 'pao'], ['qing', "ch'ing"], ['zhong', 'chung'],
  ['xiang', 'hsiang'], ['peng', "p'eng"], ['kang', "k'ang"], ['tao', "t'ao"], ['shan', 'shan'], ['ming', 'ming'], ['ling', 'ling'],
] as const;
const chineseFamily = ['Li', 'Wang', 'Zhou', 'Lin', 'Sun', 'Feng', 'Wu', 'Song', 'Yuan', 'Duan'];
const accentedStart = [
  'Núñ',
  'Gutiérr',
  'Béréng',
  'Fréd',
  'Müll',
  'Schröd',
  'Köhl',
  'Háj',
  'Dvoř',
  'Čern',
  'Łuk',
  'Święt',
  'Szép',
  'Kővár',
  'Gül',
  'Çel',
  'Østerg',
  'Ångstr',
  'Brân',
  'Țepel',
];
const accentedEnd = [
  'ez',
  'ier',
  'ard',
  'öm',
  'ek',
  'ák',
  'aszewski',
  'őssy',
  'ünay',
  'émont',
  'inger',
  'escu',
  'aard',
  'ová',
];
const accentedGiven = [
  'José',
  'René',
  'Zoë',
  'Günther',
  'Jiří',
  'Łucja',
  'Gábor',
  'Søren',
  'Inês',
  'Ștefan',
  'Émile',
  'Jürgen',
];
const plainStart = [
  'Hart',
  'Whit',
  'Black',
  'Thorn',
  'Ash',
  'Marl',
  'Pember',
  'Cald',
  'Lang',
  'Fair',
  'Wode',
  'Strat',
  'Brock',
  'Hunt',
  'Ever',
  'Gains',
  'Kings',
  'Mont',
  'Nether',
  'Oak',
  'Rad',
  'Sed',
  'Tod',
  'Under',
  'Ver',
  'Wins',
];
const plainEnd = [
  'well',
  'more',
  'field',
  'combe',
  'worth',
  'ington',
  'ley',
  'bury',
  'house',
  'ham',
  'croft',
  'gate',
  'stone',
  'wick',
  'low',
  'ford',
  'ridge',
];
const plainGiven = [
  'Thomas',
  'Edith',
  'William',
  'Harriet',
  'George',
  'Frances',
  'Arthur',
  'Margaret',
  'Henry',
  'Beatrice',
  'Walter',
  'Rose',
  'Hugh',
  'Agnes',
];
const pseudonyms = [
  'Falk',
  'Merlo',
  'Orlik',
  'Zephyr',
  'Corvus',
  'Lumen',
  'Tarn',
  'Vesper',
  'Quill',
  'Argus',
  'Boreal',
  'Drax',
  'Ignis',
  'Morrow',
  'Nemo',
  'Pyrrh',
  'Sable',
  'Thule',
  'Umbra',
  'Wyvern',
];
