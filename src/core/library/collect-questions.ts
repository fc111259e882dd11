import type { Report } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Mention } from '../model/annotation.ts';
import type { Claim, Question } from '../model/library.ts';

/** An entry of `questions.yaml`: its words, and one of the claims it is about. */
export interface GivenQuestion {
  readonly id: string;
  readonly title: string;
  readonly line?: string | undefined;
  readonly claim: Mention;
}

/**
 * The questions of a site: the connected components of `same`, each under the words that an author gave to one of its
 * claims. Reported is a question whose claim no other work answers (`question-of-one-work`), a second one about the same
 * claims (`duplicate-id`), and a component without words (`untitled-question`), which no list can show.
 */
export function collectQuestions(
  given: readonly { readonly asked: GivenQuestion; readonly claim: Claim }[],
  claims: Iterable<Claim>,
  report: Report,
): Map<string, Question> {
  const questions = new Map<string, Question>();
  const titled = new Map<Claim, GivenQuestion>();
  for (const { asked, claim } of given) {
    const { id, title, line } = asked;
    const first = titled.get(claim);
    if (claim.same.length === 0) {
      report('question-of-one-work', asked.claim.place, {
        found: `a question (${code(id)}) about a claim of one work alone`,
        expected: `a claim that \`same\` joins to a claim of another work`,
      });
    } else if (first) {
      report('duplicate-id', asked.claim.place, {
        found: `${code(id)}, a second question about the same claims`,
        expected: `one question about them`,
        cause: first.claim.place,
      });
    } else {
      const joined = joinedTo(claim);
      for (const one of joined) titled.set(one, asked);
      questions.set(id, { id, title, line, claims: joined.sort(byWork) });
    }
  }
  const seen = new Set(titled.keys());
  for (const claim of claims) {
    if (claim.same.length === 0 || seen.has(claim)) continue;
    const joined = joinedTo(claim);
    for (const one of joined) seen.add(one);
    report('untitled-question', claim.place, {
      found: `claims about the same matter that no question names: ${joined.map(({ id }) => code(id)).join(', ')}`,
      expected: 'an entry in questions.yaml whose `claim` is one of them',
    });
  }
  return questions;
}

/** A claim and all that are joined to it, directly or through others. */
function joinedTo(claim: Claim): Claim[] {
  const joined = new Set([claim]);
  for (const one of joined) for (const other of one.same) joined.add(other);
  return [...joined];
}

function byWork({ work: a }: Claim, { work: b }: Claim): number {
  return compare(a.published ?? '', b.published ?? '') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
