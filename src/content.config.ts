import { defineCollection } from 'astro:content';
import * as z from 'astro/zod';
import { entriesOf } from './site/collections.ts';
import { fromLibrary } from './site/content-loader.ts';

/** The collections of the site, each a view of the library. Ids are those of the addresses. */

const reviews = defineCollection({
  loader: fromLibrary(entriesOf.reviews),
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
  loader: fromLibrary(entriesOf.claims),
  schema: z.object({
    statement: z.string(),
    verdict: z.string(),
    number: z.number(),
    review: z.string(),
    work: z.string(),
  }),
});

const facts = defineCollection({
  loader: fromLibrary(entriesOf.facts),
  schema: z.object({ summary: z.string(), number: z.number(), review: z.string() }),
});

const people = defineCollection({ loader: fromLibrary(entriesOf.people), schema: z.object({ name: z.string() }) });

const works = defineCollection({
  loader: fromLibrary(entriesOf.works),
  schema: z.object({ title: z.string(), type: z.string() }),
});

const sources = defineCollection({
  loader: fromLibrary(entriesOf.sources),
  schema: z.object({ label: z.string(), title: z.string(), kind: z.string() }),
});

export const collections = { reviews, claims, facts, people, works, sources };
