/**
 * Other forms of an English word that the index keeps apart, since it knows words by their stems: past tenses that are
 * words of their own ("meet", "met"), and the beginning that a word shares with its family ("antisemit" for
 * "antisemitic" and "antisemitism", "kill" for "killed" and "killer"). Synonyms are the few pairs of which reports and
 * headlines use one and careful statements the other ("murder", "kill").
 */
export interface Family {
  readonly forms: readonly string[];
  readonly synonyms: readonly string[];
  readonly beginning?: string | undefined;
}

/** The family of a folded word; in languages other than English it is empty. */
export function familyOf(folded: string, language: string): Family {
  if (!/^en\b/.test(language)) return { forms: [], synonyms: [] };
  const others = (rows: readonly (readonly string[])[], word: string) =>
    rows.filter((row) => row.includes(word)).flatMap((row) => row.filter((form) => form !== word));
  const forms = others(irregular, folded);
  const synonyms = [folded, ...stems(folded)].flatMap((word) => others(alike, word));
  const [, beginning] = endings.map((ending) => ending.exec(folded)).find((match) => match !== null) ?? [];
  return { forms, synonyms: [...new Set(synonyms)], beginning };
}

/** What is left must be long enough to mean something: five letters, or four before the endings that verbs take. */
const endings = [
  /^(.{5,}?)(?:isations?|izations?|ations?|itions?|ists?|isms?|ically|ical|ic|itic|ate[sd]?|ating|ators?)$/,
  /^(.{5,}?)(?:ments?|ness|ities|ity|ives?|ally|ous|ances?|ants?|ences?|ents?|ions?|ial|al|ies|ary|ian|ia|ly|y)$/,
  /^(.{4,}?)(?:ings?|ed|ers?|ors?|s)$/,
];

const irregular =
  `begin began begun|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose
chosen|come came|die death dead|drive drove driven|fall fell fallen|fight fought|find found|flee fled|fly flew flown|forbid forbade
forbidden|forget forgot forgotten|get got|give gave given|go went gone|hang hung|hide hid hidden|hold held|keep kept|know knew known|lead
led|leave left|lose lost|make made|mean meant|meet met|pay paid|rise rose risen|say said|see saw seen|sell sold|send sent|shoot
shot|speak spoke spoken|stand stood|steal stole stolen|strike struck|swear swore sworn|take took taken|teach taught|tell told|think
thought|throw threw thrown|wear wore worn|win won|write wrote written|woman women|man men|child children`
    .split('|')
    .map((verb) => verb.split(/\s+/));

/** A word without the endings of nouns and verbs: "murders", "murdered", "murdering". */
function stems(word: string): string[] {
  return [/^(.{3,})s$/, /^(.{3,})ed$/, /^(.{3,}e)d$/, /^(.{3,})ing$/].flatMap((ending) => ending.exec(word)?.[1] ?? []);
}

const alike =
  `kill murder assassinate slay slain|assassination murder killing|gun shoot shot|execute shoot|film movie|picture photograph image photo|
tv television|jail prison|ban forbid|pay fund finance bankroll|money cash|wife spouse|child kid|mother mom mum|father dad|car automobile|
police cop|policeman cop|doctor physician|america us usa|american us|britain uk british|russia soviet|jew jewish|false fake hoax|forge fake|
invent fabricate|flee escape|banish exile expel|attack raid|rob steal|heist robbery|buy purchase|speech address|law bill|quit resign|
vaccine jab|sick ill|begin start|end finish|newspaper press|leader chief|war conflict|revolt uprising rising|mutiny uprising|coup putsch`
    .split('|')
    .map((row) => row.trim().split(/\s+/));
