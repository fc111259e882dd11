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

const formWeight = 0.8;
const synonymWeight = 0.4;
const familyWeight = 0.4;
