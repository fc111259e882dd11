import { dateInWords } from '../../core/model/date-in-words.ts';
import type { Library } from '../../core/model/library.ts';
import type { Routes } from '../../core/model/routes.ts';
import { type ToldClaim, toldClaim } from '../../core/search/claim-record.ts';
import { wordsFor } from '../text.ts';

/** What the index says beside its records: how verdicts, works, people and topics are called. A library is such a thing. */
export interface SearchNames {
  readonly site: Pick<Library['site'], 'language' | 'topics'>;
  readonly verdicts: Named<Library['verdicts'], 'id' | 'label' | 'sign'>;
  readonly works: Named<Library['works'], 'title' | 'type'>;
  readonly people: Named<Library['people'], 'id' | 'name' | 'native' | 'aliases'>;
}
type Named<Things, Field extends keyof ValueOf<Things>> = ReadonlyMap<string, Pick<ValueOf<Things>, Field>>;
type ValueOf<Things> = Things extends ReadonlyMap<string, infer Value> ? Value : never;

/** The names of a library without all else that is in it, for another thread. */
export function searchNames({ site, verdicts, works, people }: Library): SearchNames {
  return {
    site: { language: site.language, topics: site.topics },
    verdicts: mapped(verdicts, ({ id, label, sign }) => ({ id, label, sign })),
    works: mapped(works, ({ title, type }) => ({ title, type })),
    people: mapped(people, ({ id, name, native, aliases }) => ({ id, name, native, aliases })),
  };
}

/** What search is told of all claims, of each when it is asked for. */
export function toldClaims(library: Library, routes: Routes): IteratorObject<ToldClaim> {
  const words = wordsFor(library.site.language);
  return library.claims.values().map((claim) =>
    toldClaim(claim, routes, {
      by: words.capital(words.speakerElsewhere(claim.by, claim.work.type)),
      confidence: words.confidenceOf(claim.confidence),
      when: claim.when && dateInWords(claim.when.edtf, library.site.language),
      topics: [
        ...claim.topics.map((topic) => topicLabel(topic, library)),
        ...(claim.question ? [claim.question.title] : []),
      ],
    }),
  );
}

/** What readers call a topic. */
export function topicLabel(id: string, { site }: Pick<SearchNames, 'site'>): string {
  return site.topics[id] ?? wordsFor(site.language).capital(id.replaceAll('-', ' '));
}

function mapped<Value, Other>(map: ReadonlyMap<string, Value>, to: (value: Value) => Other): Map<string, Other> {
  return new Map([...map].map(([id, value]) => [id, to(value)]));
}
