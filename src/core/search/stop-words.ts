/**
 * English words that say nothing about what a claim is about: articles, pronouns, auxiliaries, prepositions and the
 * frame of a question. No names of months, no numbers, no negations that stand for themselves ("nobody", "never").
 */
const english = new Set(
  `a about after again against all also am an and any anybody anyone are as at be because been before being between both but by came can
  cannot could did didnt do does doesnt doing done dont during each either else ever every for from further get got had hadnt has
  hasnt have having he her here hers herself him himself his how i if in into is isnt it its itself just me more most my
  myself of off on once only or other our ours out over own really same she should so some such than that the their
  theirs them themselves then there these they this those through to too true truly under until up upon us very was
  wasnt we were werent what whats when where which while who whom whose why will with within without would you your
  actually happen happened happens happening said say says tell tells know known`.split(/\s+/),
);

/** Whether a folded word is never asked for, in a language; only English has a list. */
export function isStopWord(folded: string, language: string): boolean {
  return /^en\b/.test(language) && english.has(folded);
}
