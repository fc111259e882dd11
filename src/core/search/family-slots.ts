import { fold } from './fold.ts';
import type { Group, Posting } from './posting.ts';
import type { Slot } from './slot.ts';
import type { Sources } from './sources.ts';
import { familyOf } from './word-families.ts';

/** A slot with the records that have another word of its family, or a synonym if wanted, which count for a part. */
export async function withFamily<P extends Posting>(
  slot: Slot<P>,
  sources: Sources<P>,
  withSynonyms: boolean,
): Promise<Slot<P>> {
  const { forms, synonyms, beginning } = familyOf(fold(slot.text), sources.language);
  const [near, alike, far] = await Promise.all([
    Promise.all(forms.map(sources.phrase)),
    Promise.all(withSynonyms ? synonyms.map(sources.phrase) : []),
    beginning === undefined ? [] : sources.beginning(beginning),
  ]);
  const kin: Group<P> = [
    ...near.map((postings) => ({ postings, weight: formWeight })),
    ...alike.map((postings) => ({ postings, weight: synonymWeight })),
    { postings: far, weight: familyWeight },
  ];
  return { ...slot, group: [...slot.group, ...kin.filter(({ postings }) => postings.length > 0)] };
}

/** A word the site lacks, read as the forms and synonyms of it that the site has; none if it has none. */
export async function asFamily<P extends Posting>(slot: Slot<P>, sources: Sources<P>): Promise<Slot<P> | undefined> {
  const { forms, synonyms } = familyOf(fold(slot.text), sources.language);
  const kin = [
    ...forms.map((word) => [word, formWeight] as const),
    ...synonyms.map((word) => [word, insteadWeight] as const),
  ];
  const found = await Promise.all(
    kin.map(async ([word, weight]) => ({ word, weight, postings: await sources.phrase(word) })),
  );
  const there = found.filter(({ postings }) => postings.length > 0);
  if (there.length === 0) return undefined;
  return { ...slot, group: there, read: { as: there.map(({ word }) => word), how: 'spelling' } };
}

const formWeight = 0.8;
const synonymWeight = 0.4;
/** A synonym of a word that is nowhere is the best there is. */
const insteadWeight = 0.6;
const familyWeight = 0.4;
