/**
 * The closed word lists behind `meaningChanges`, English and Russian side by side: a word's script tells which apply. The
 * patterns match whole words in lower case, `ё` written `е`.
 */

function oneOf(...stems: readonly string[]): RegExp {
  return new RegExp(`^(?:${stems.join('|')})$`, 'u');
}

const numerals = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = `zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(/\s+/);

/** English number words with what they say in digits. */
export const numberWords: ReadonlyMap<string, string> = new Map([
  ...numerals.map((word, value) => [word, String(value)] as const),
  ...tens.map((word, index) => [word, String(10 * (index + 2))] as const),
  ...ordinals.map((word, value) => [word, `${value}${ending(value)}`] as const),
]);

function ending(value: number): string {
  return value > 3 ? 'th' : (['th', 'st', 'nd', 'rd'][value] ?? 'th');
}

const noun = '(?:а|у|ы|и|е|ой|ою|ом|ов|ам|ами|ах)?';
const adjective = '(?:ый|ий|ой|ая|ья|ое|ье|ые|ьи|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ую|ью|ых|ьих|ыми|ьими|ей)';
const counted = '(?:ь|и|ью)';

export const otherNumbers: readonly RegExp[] = [
  oneOf(
    'hundreds?',
    'thousands?',
    'millions?',
    'billions?',
    'trillions?',
    'dozens?',
    'scores?',
    'hal(?:f|ves)',
    'quarters?',
  ),
  oneOf('once', 'twice', 'thrice', 'double[ds]?', 'tripled?', 'couple', 'percent', '\\p{L}+(?:ieth|fold)'),
  oneOf('од(?:ин|на|но|ного|ной|ну|ним|ному|ном)', 'дв(?:а|е|ух|ум|умя)', 'тр(?:и|ех|ем|емя)', 'четыр(?:е|ех|ем|ьмя)'),
  oneOf(`(?:пят|шест|сем|девят|десят|\\p{L}+надцат|двадцат|тридцат)${counted}`, 'вос(?:ем|ьм)(?:ь|и|ью)', 'сорока?'),
  oneOf(
    '(?:пять|пяти|шесть|шести|семь|семи|восемь|восьми)десят',
    'девяност[оа]',
    'ст[оа]',
    'двести',
    'двухсот',
    'триста',
  ),
  oneOf('трехсот', 'четыреста', 'четырехсот', '\\p{L}+сот', `тысяч${noun}`, `миллион${noun}`, `миллиард${noun}`),
  oneOf(
    `дюжин${noun}`,
    'десят(?:ок|к\\p{L}+)',
    'сот(?:ни|ня|ню|ен)',
    `половин${noun}`,
    'четверт(?:ь|и|ью)',
    `процент${noun}`,
  ),
  oneOf(
    'дважды',
    'трижды',
    'однажды',
    'вдвое',
    'втрое',
    'вдвоем',
    'втроем',
    'полтор[аы]',
    'дво(?:е|их)',
    'тро(?:е|их)',
  ),
  oneOf(`(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|\\p{L}+надцат|двадцат|тридцат|сотн)${adjective}`),
];

/** Months, days and seasons; the group is what they say, whatever their ending. Some are words besides. */
export const dateWords: readonly RegExp[] = [
  oneOf(
    '(jan)(?:uary)?',
    '(feb)(?:ruary)?',
    '(mar)(?:ch)?',
    '(apr)(?:il)?',
    '(may)',
    '(june?)',
    '(july?)',
    '(aug)(?:ust)?',
  ),
  oneOf('(sep)t?(?:ember)?', '(oct)(?:ober)?', '(nov)(?:ember)?', '(dec)(?:ember)?'),
  oneOf(
    '(mon|tues|wednes|thurs|fri|satur|sun)days?',
    '(spring|summer|autumn|winter)',
    '(bce?|ce|ad)',
    '(centur)(?:y|ies)',
  ),
  oneOf('(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)\\p{L}+', `(март)(?:а|у|ом|е)?`, '(ма)(?:й|я|ю|ем|е)'),
  oneOf('(август)(?:а|у|ом|е)?', '(понедельник|вторник|четверг)\\p{L}*', '(пятниц|суббот|воскресень)\\p{L}+'),
  oneOf(
    '(весн)(?:а|ы|у|е|ой)',
    '(лет)(?:о|а|ом|у)',
    '(осен)(?:ь|и|ью)',
    '(зим)(?:а|ы|у|е|ой)',
    '(век)(?:а|у|ом|е|ов)?',
  ),
];

/** English months that are ordinary words when they begin with a small letter. */
export const capitalDates = oneOf('mar(?:ch)?', 'may', 'jan', 'sept?', 'dec', 'nov', 'oct', 'ad', 'ce', 'sun');

/** Which side of a date something lies on; only beside a date do these say so. */
export const dateSides = oneOf(
  'before',
  'after',
  'since',
  'until',
  'till',
  'by',
  'до',
  'после',
  'с',
  'со',
  'перед',
  'накануне',
);

/** Negations; the group is what they say, whatever their ending. */
export const negations: readonly RegExp[] = [
  oneOf(
    '(not)',
    "\\p{L}+(n't)",
    '(can)not',
    '(no)',
    '(never)',
    '(none)',
    '(nobody)',
    '(nothing)',
    '(neither)',
    '(nor)',
  ),
  oneOf('(nowhere)', '(without)', '(hardly)', '(scarcely)', '(barely)', '(lack)(?:s|ed|ing)?', '(fail)(?:s|ed|ing)?'),
  oneOf('(den)(?:y|ies|ied|ying)', '(refus)(?:e|es|ed|ing|al)', '(except)', '(unless)'),
  oneOf(
    '(не)',
    '(ни)',
    '(нет)',
    '(нельзя)',
    '(никогда)',
    '(ник)(?:то|ого|ому|ем)',
    '(нич)(?:то|его|ему|ем)',
    '(нигде)',
  ),
  oneOf(
    '(никуда)',
    '(никак)',
    '(никак)(?:ой|ая|ое|ие|ого|ому|им|их|ими|ую|ом)',
    '(без|безо)',
    '(кроме)',
    '(отнюдь)',
    '(вряд)',
  ),
  oneOf('(ниоткуда|незачем|некому|нечего|некогда)', '(отриц|отказ)\\p{L}+'),
];

/** What turns a word into its opposite when it is put before it. */
export const opposing = oneOf(
  'un',
  'in',
  'im',
  'il',
  'ir',
  'dis',
  'non',
  'anti',
  'mis',
  'не',
  'без',
  'бес',
  'анти',
  'контр',
);

/** How much, how many, how often. */
export const quantifiers: readonly RegExp[] = [
  oneOf(
    '(all)',
    '(every)(?:one|body|thing|where)?',
    '(each)',
    '(any)(?:one|body|thing|where)?',
    '(some)(?:one|body|thing)?',
  ),
  oneOf(
    '(many)',
    '(most)(?:ly)?',
    '(few|fewer|fewest)',
    '(several)',
    '(both)',
    '(only)',
    '(sole)(?:ly)?',
    '(alone)',
    '(always)',
  ),
  oneOf(
    '(often)',
    '(sometimes)',
    '(rarely)',
    '(seldom)',
    '(usually)',
    '(frequently)',
    '(occasionally)',
    '(majority)',
    '(minority)',
  ),
  oneOf(
    '(almost)',
    '(nearly)',
    '(approximately)',
    '(roughly)',
    '(least)',
    '(more)',
    '(less)',
    '(much)',
    '(little)',
    '(entire)(?:ly)?',
  ),
  oneOf(
    '(whole|wholly)',
    '(complete)(?:ly)?',
    '(part)(?:ly|ially)',
    '(main)(?:ly)?',
    '(large)ly',
    '(exclusive)(?:ly)?',
    '(mere)(?:ly)?',
  ),
  oneOf('(exactly)', '(total)(?:ly)?', '(generally)', '(lot)s?', '(half)'),
  oneOf(
    '(вс)(?:е|ех|ем|еми|его|ему|ей|ю|я)',
    '(вс)(?:егда)',
    '(весь)',
    '(кажд)\\p{L}+',
    '(люб)(?:ой|ая|ое|ые|ого|ому|ым|ых|ую|ыми)',
  ),
  oneOf(
    '(некотор)\\p{L}+',
    '(мног)(?:о|ие|их|им|ими|ое)',
    '(больш|меньш)инств\\p{L}+',
    '(нескольк)\\p{L}+',
    '(немног)\\p{L}+',
  ),
  oneOf(
    '(мало)',
    '(об)(?:а|е|оих|оим|оими|еих|еим|еими)',
    '(только|лишь)',
    '(исключительно)',
    '(част)(?:о|ично)',
    '(нередко)',
  ),
  oneOf(
    '(иногда|порой)',
    '(редко)',
    '(обычно)',
    '(почти)',
    '(более|больше)',
    '(менее|меньше)',
    '(цел)(?:ый|ая|ое|ого|ой|ую|иком)',
  ),
  oneOf(
    '(единственн)\\p{L}+',
    '(едва|чуть)',
    '(минимум|максимум)',
    '(отчасти)',
    '(полностью|вполне|совсем)',
    '(примерно|около)',
  ),
];

/** Words that open a sentence with a capital and are no names. */
export const openers: ReadonlySet<string> = new Set(
  `a an the he she it they we you i his her hers its their our my your this that these those there here in on at by for from
  to of with as if when while where who whom whose what which why how and but or so yet then thus after before since until till
  during between under over about against among amid through throughout into onto upon beyond within behind beside besides
  is are was were be been being do did does has have had can could would should may might must will shall let also even still
  just now again soon later earlier once one such other another same perhaps maybe however moreover indeed instead meanwhile
  finally although though because whether nevertheless therefore hence despite according like unlike today yesterday
  ours back both no not never all every each any some many most few only nor neither none nobody nothing nowhere without
  и а но или что чтобы как когда где куда кто чей это этот эта эти тот та те то он она оно они мы вы я его ее её их ему ей им
  в во на по с со из от до для при за под над о об обо у к ко если хотя потому поэтому затем потом тогда там здесь тут так
  также тоже однако впрочем ведь уже еще ещё после перед между через пока сначала теперь сегодня вчера снова опять даже
  именно вот вообще может возможно наконец итак например свой своя своё свои наш наша наши был была было были есть`.split(
    /\s+/,
  ),
);
