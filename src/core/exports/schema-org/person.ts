import type { PersonLeaf } from 'schema-dts';
import type { Person } from '../../model/references.ts';
import type { Routes } from '../../model/routes.ts';
import { isoDate } from '../iso-date.ts';
import { personReference } from './agents.ts';

/** A person with their names in any script, dates as far as they are plain ones, and their Wikidata entry. */
export function personThing(person: Person, routes: Routes): PersonLeaf {
  const names = [...new Set([...(person.native ? [person.native.text] : []), ...person.aliases])];
  const [birthDate, deathDate] = [plain(person.born), plain(person.died)];
  return {
    ...personReference(person, routes),
    description: person.line,
    ...(names.length > 0 && { alternateName: names }),
    ...(birthDate && { birthDate }),
    ...(deathDate && { deathDate }),
  };
}

/** A date about which EDTF says anything more (circa, or, decades) would be too exact in ISO 8601. */
function plain(edtf: string | undefined): string | undefined {
  const date = isoDate(edtf);
  return date === edtf ? date : undefined;
}
