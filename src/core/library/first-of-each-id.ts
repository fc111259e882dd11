import type { Report } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { GivenClaim, GivenFact, Withdrawal } from '../model/annotation.ts';
import type { Review } from '../model/review.ts';

/** Tells the first definition of each id, in the order of the files, and reports all others. */
export function firstOfEachId(reviews: readonly Review[], report: Report): (definition: Defined) => boolean {
  const first = new Map<string, Defined>();
  const complain = ({ place }: Defined, id: string, what: string) => {
    const cause = first.get(id)?.place;
    report('duplicate-id', place, { found: `${what} ${code(id)} a second time`, expected: 'an id of its own', cause });
  };
  for (const { claims, facts, withdrawals, drafts } of reviews) {
    const definitions: Defined[] = [...claims, ...facts, ...withdrawals, ...drafts];
    for (const definition of definitions.sort((a, b) => a.place.start.line - b.place.start.line)) {
      if (first.has(definition.id)) complain(definition, definition.id, 'id');
      else first.set(definition.id, definition);
    }
  }
  for (const annotation of reviews.flatMap(({ claims, facts }) => [...claims, ...facts])) {
    for (const former of annotation.was) {
      if (first.has(former)) complain(annotation, former, 'former id');
      else first.set(former, annotation);
    }
  }
  return (definition) => first.get(definition.id) === definition;
}

type Defined = Pick<GivenClaim | GivenFact | Withdrawal, 'id' | 'place'>;
