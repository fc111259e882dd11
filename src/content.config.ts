import { defineCollection } from 'astro:content';
import * as z from 'astro/zod';
import { type Entry, fromLibrary } from './site/content-loader.ts';

/** The collections of the site, each a view of the library. Ids are those of the addresses. */

const reviews = defineCollection({
  loader: fromLibrary((library) =>
    [...library.reviews].map(([id, { meta, work, claims, facts, blocks }]) => {
      const { title, description, author, published, updated = published } = meta;
      const counts = { claims: claims.length, facts: facts.length };
      const data = { title, description, author, published, updated, work: work.id, ...counts };
      return { id, data, fingerprint: blocks.map((block) => block.html).join('\n') };
    }),
  ),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    author: z.string(),
    published: z.string(),
    updated: z.string(),
    work: z.string(),
    claims: z.number(),
    facts: z.number(),
  }),
});

const claims = defineCollection({
  loader: fromLibrary((library) =>
    [...library.claims].map(([id, { statement, verdict, number, review, work, source }]) => {
      const data = { statement: statement.text, verdict: verdict.id, number, review: review.slug, work: work.id };
      return { id, data, fingerprint: source };
    }),
  ),
  schema: z.object({
    statement: z.string(),
    verdict: z.string(),
    number: z.number(),
    review: z.string(),
    work: z.string(),
  }),
});

const facts = defineCollection({
  loader: fromLibrary((library) =>
    [...library.facts].map(([id, { summary, number, review, source }]) => {
      const data = { summary: summary.text, number, review: review.slug };
      return { id, data, fingerprint: source };
    }),
  ),
  schema: z.object({ summary: z.string(), number: z.number(), review: z.string() }),
});

const people = defineCollection({
  loader: fromLibrary((library) => named(library.people, ({ name }) => ({ name }))),
  schema: z.object({ name: z.string() }),
});

const works = defineCollection({
  loader: fromLibrary((library) => named(library.works, ({ title, type }) => ({ title, type }))),
  schema: z.object({ title: z.string(), type: z.string() }),
});

const sources = defineCollection({
  loader: fromLibrary((library) => named(library.sources, ({ label, title, kind }) => ({ label, title, kind }))),
  schema: z.object({ label: z.string(), title: z.string(), kind: z.string() }),
});

export const collections = { reviews, claims, facts, people, works, sources };

function named<Thing>(things: ReadonlyMap<string, Thing>, dataOf: (thing: Thing) => Entry['data']): Entry[] {
  return [...things].map(([id, thing]) => ({ id, data: dataOf(thing), fingerprint: JSON.stringify(thing) }));
}
