import type { ExportWords } from '../core/exports/files.ts';
import type { Claim, Fact, Library } from '../core/model/library.ts';
import { mostTellingFirst } from './evidence-order.ts';
import { numberOf, wordsFor } from './text.ts';

/** The words in which the files for machines speak to people. */
export function exportWords({ site }: Library): ExportWords {
  const words = wordsFor(site.language);
  const { titles, columns, feed, corrections } = words.data;
  const nameOf = (on: Claim | Fact) =>
    on.kind === 'claim'
      ? `${words.note.link(numberOf(on))}: ${on.statement.text}`
      : `${words.note.factLink(numberOf(on))}: ${on.summary.text}`;
  return {
    claims: { title: titles.claims(site.title), columns },
    facts: { title: titles.facts(site.title), columns },
    feed: {
      ...feed,
      entry: ({ verdict, statement }) => feed.entry(verdict.label, statement.text),
      text: (claim) => {
        const speaker = words.speakerElsewhere(claim.by, claim.work.type);
        return feed.text(
          speaker,
          claim.statement.text,
          claim.verdict.label,
          mostTellingFirst(claim)[0]?.fact.summary.text ?? '',
        );
      },
    },
    corrections: {
      ...corrections,
      entry: (on) => corrections.entry(nameOf(on)),
      changed: (on) => corrections.changed(nameOf(on)),
      withdrawn: words.withdrawn.title,
    },
  };
}
