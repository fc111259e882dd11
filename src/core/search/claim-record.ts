import { decadesOf, type YearSpan, yearsOf } from '../model/decades.ts';
import type { Claim } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { effects } from '../model/vocabulary.ts';
import { type Card, type FacetName, type SectionName, sectionNames } from './card.ts';
import { fold } from './fold.ts';
import { countWords, spacedOut, wordsAlone } from './words.ts';

/** One claim as search knows it. */
export interface ClaimRecord {
  readonly id: string;
  /** The claim's page, without origin and base, with a slash before it. */
  readonly url: string;
  readonly statement: string;
  /** Everything that is searched, the statement first. */
  readonly content: string;
  /** The same without the words of ids, which have no capitals. */
  readonly prose: string;
  /** Words of the ids of the claim and of its facts. */
  readonly address: string;
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  /** Years between which the event lies, and those of its evidence. */
  readonly years: readonly YearSpan[];
  readonly evidenceYears: readonly YearSpan[];
  /** First day of the event, to sort by. */
  readonly date?: string | undefined;
  /** When its review was published, to sort by. */
  readonly published: string;
  readonly card: Card;
}

/** How the pages say who speaks, how strong the evidence is, when it was, what a claim is about and which question it answers. */
export interface CardWords {
  readonly by: string;
  readonly confidence: string;
  readonly when?: string | undefined;
  readonly topics: readonly string[];
}

/** What search is told of a claim, apart from the library: its record is made of that, on whatever thread. */
export interface ToldClaim
  extends Pick<ClaimRecord, 'id' | 'url' | 'facets' | 'years' | 'evidenceYears' | 'date' | 'published'> {
  readonly statement: string;
  readonly passages: readonly string[];
  /** How the work shows it. */
  readonly shown: string;
  readonly facts: readonly { readonly id: string; readonly text: string }[];
  readonly sources: readonly string[];
  readonly people: readonly string[];
  readonly topics: readonly string[];
  readonly card: Omit<Card, 'parts'>;
}

/** What search is told of a claim: its statement, its passages, how it is shown, what the record says, sources and people. */
export function toldClaim(claim: Claim, routes: Routes, { by, confidence, when, topics }: CardWords): ToldClaim {
  const facts = claim.evidence.map(({ fact }) => fact);
  const people = unique([
    ...claim.about,
    ...Object.values(claim.effects).flat(),
    ...(claim.by.person ? [claim.by.person] : []),
    ...facts.flatMap((fact) => fact.about),
  ]);
  const sources = unique([...claim.sources, ...facts.flatMap((fact) => fact.sources)]);
  const years = claim.when ? yearsOf(claim.when) : [];
  const evidenceYears = facts.flatMap((fact) => (fact.when ? yearsOf(fact.when) : []));
  const withoutBase = (path: string) => path.slice(routes.base.length);
  return {
    id: claim.id,
    url: `/${withoutBase(routes.claim(claim.id))}`,
    statement: claim.statement.text,
    passages: claim.passages.map(({ quote }) => quote.exact),
    shown: claim.detail?.text ?? '',
    facts: facts.map(({ id, body }) => ({ id, text: body.text })),
    sources: sources.map((source) => `${source.label}: ${source.title}.`),
    people: people.map((person) => person.name),
    topics,
    facets: {
      verdict: [claim.verdict.id],
      speaker: [claim.by.person?.id ?? claim.by.role],
      work: [claim.work.id],
      person: people.map((person) => person.id),
      topic: unique(claim.topics),
      departure: unique(claim.departures),
      effect: effects.filter((effect) => claim.effects[effect].length > 0),
      decade: decadesOf(claim).map((decade) => `${decade}s`),
    },
    years,
    evidenceYears,
    date: claim.when?.first ?? claim.when?.last,
    published: claim.review.meta.published,
    card: {
      id: claim.id,
      verdict: claim.verdict.id,
      role: claim.by.role,
      by,
      work: claim.work.title,
      year: claim.work.published === undefined ? undefined : Number.parseInt(claim.work.published, 10),
      confidence,
      when,
      people: claim.about.map(({ id, name }) => [withoutBase(routes.person(id)), name] as const),
      passages: claim.passages.map((passage) => withoutBase(routes.review(passage.review.slug, passage.fragment))),
    },
  };
}

/** The record of a claim that search was told of. */
export function claimRecord(told: ToldClaim): ClaimRecord {
  const { id, url, facts, facets, years, evidenceYears, date, published, card } = told;
  const texts = {
    statement: told.statement,
    passage: otherWords(told.statement, told.passages).join(' … '),
    shown: told.shown,
    record: facts.map(({ text }) => text).join(' '),
    sources: told.sources.join(' '),
    people: `${told.people.join(', ')}; ${told.topics.join(', ')}`,
  };
  const address = addressOf(
    id,
    facts.map((fact) => fact.id),
    Object.values(texts),
  );
  const sections: Record<SectionName, string> = { ...texts, address };
  const parts: [SectionName, number][] = [];
  const content: string[] = [];
  const prose: string[] = [];
  let words = 0;
  for (const name of sectionNames) {
    const text = spacedOut(sections[name]);
    if (text === '' || text === ';') continue;
    parts.push([name, words]);
    content.push(text);
    if (name !== 'address') prose.push(text);
    words += countWords(text);
  }
  return {
    id,
    url,
    statement: spacedOut(told.statement),
    content: content.join(' '),
    prose: prose.join(' '),
    address,
    facets,
    years,
    evidenceYears,
    date,
    published,
    card: { ...card, parts },
  };
}

/** The passages that do not merely repeat the statement. */
function otherWords(statement: string, passages: readonly string[]): string[] {
  const plain = (text: string) => wordsAlone(text).map(fold).join(' ');
  const said = plain(statement);
  return unique(passages).filter((passage) => !said.includes(plain(passage)));
}

/** The words of a claim's id, and those of its facts' ids that nothing it tells has: ids are their author's summaries. */
function addressOf(id: string, facts: readonly string[], told: readonly string[]): string {
  const others = new Set(facts.flatMap((fact) => fact.split('-')));
  for (const text of told) {
    if (others.size > 0) for (const word of wordsAlone(text)) others.delete(fold(word));
  }
  return [...id.split('-'), ...others].join(' ');
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
