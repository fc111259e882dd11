/**
 * Other forms of an English word that the index keeps apart, since it knows words by their stems: past tenses that are
 * words of their own ("meet", "met"), and the beginning that a word shares with its family ("antisemit" for
 * "antisemitic" and "antisemitism", "kill" for "killed" and "killer").
 */
export interface Family {
  readonly forms: readonly string[];
  readonly beginning?: string | undefined;
}

/** The family of a folded word; in languages other than English it is empty. */
export function familyOf(folded: string, language: string): Family {
  if (!/^en\b/.test(language)) return { forms: [] };
  const forms = irregular
    .filter((verb) => verb.includes(folded))
    .flatMap((verb) => verb.filter((form) => form !== folded));
  const [, beginning] = endings.map((ending) => ending.exec(folded)).find((match) => match !== null) ?? [];
  return { forms, beginning };
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
