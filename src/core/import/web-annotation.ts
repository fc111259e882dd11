import { fromHtml } from 'hast-util-from-html';
import * as z from 'zod';
import { textOf } from '../markdown/text-of.ts';
import type { TextQuoteSelector } from '../model/annotation.ts';
import type { GivenAnnotation } from './given-annotation.ts';

/**
 * Annotations in JSON-LD: one, a list, an AnnotationPage, or an AnnotationCollection with its pages in it. Source: W3C Web
 * Annotation Data Model (3.2 bodies and targets, 4.2.4 text quotes, 5 collections) and its JSON-LD context, in which every
 * property may hold one value or several.
 */

const oneOrMany = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.array(schema), schema.transform((one) => [one])]).default([]);

const body = z.union([
  z.string().transform((id) => ({ id })),
  z.looseObject({
    type: oneOrMany(z.string()),
    purpose: oneOrMany(z.string()),
    value: z.string().optional(),
    format: z.string().optional(),
  }),
]);

const selector = z.union([
  z.string(),
  z.looseObject({
    type: z.string().optional(),
    exact: z.string().optional(),
    prefix: z.string().default(''),
    suffix: z.string().default(''),
    refinedBy: oneOrMany(z.unknown()),
  }),
]);

const target = z.union([z.string(), z.looseObject({ selector: oneOrMany(selector) })]);

const annotation = z.looseObject({
  id: z.string(),
  type: oneOrMany(z.string()).refine((types) => types.includes('Annotation'), { error: '"type": "Annotation"' }),
  motivation: oneOrMany(z.string()),
  body: oneOrMany(body),
  bodyValue: z.string().optional(),
  target: oneOrMany(target),
});

const page = z.looseObject({ items: z.array(annotation) });
const collection = z.looseObject({ first: page });

export const webAnnotationSchema = z
  .union([z.array(annotation), collection, page, annotation])
  .transform((file) => (Array.isArray(file) ? file : itemsOf(file)))
  .transform((list) => list.map(given));

type Annotation = z.infer<typeof annotation>;

function itemsOf(file: z.infer<typeof collection> | z.infer<typeof page> | Annotation): readonly Annotation[] {
  // The branches are told apart by what only they have; the schema has checked its shape.
  if ('first' in file) return (file.first as z.infer<typeof page>).items;
  return 'items' in file ? (file as z.infer<typeof page>).items : [file as Annotation];
}

function given({ id, body, bodyValue, motivation, target }: Annotation): GivenAnnotation {
  const texts = body.flatMap((one) => ('value' in one && one.value !== undefined ? [one] : []));
  const isTag = ({ purpose }: (typeof texts)[number]) => purpose.includes('tagging') || purpose.includes('classifying');
  const comments = texts.filter((one) => !isTag(one)).map(({ value = '', format }) => plain(value, format));
  const quotes = target.flatMap((one) => (typeof one === 'string' ? [] : one.selector)).flatMap(quoteOf);
  const [quote] = quotes;
  return {
    id,
    ...(quote && { quote }),
    comment: [...(bodyValue === undefined ? [] : [bodyValue]), ...comments].join('\n\n').trim(),
    tags: texts.filter(isTag).map(({ value = '' }) => value),
    isReply: motivation.includes('replying'),
  };
}

/** A text quote, be it that which refines another selector. */
function quoteOf(given: z.infer<typeof selector>): TextQuoteSelector[] {
  if (typeof given === 'string') return [];
  const { type, exact, prefix, suffix, refinedBy } = given;
  if (type === 'TextQuoteSelector' && exact !== undefined) return [{ type, exact, prefix, suffix }];
  return refinedBy.flatMap((inner) => {
    const read = selector.safeParse(inner);
    return read.success ? quoteOf(read.data) : [];
  });
}

function plain(value: string, format: string | undefined): string {
  return format === 'text/html' ? textOf(fromHtml(value, { fragment: true })) : value;
}
