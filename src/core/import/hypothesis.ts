import * as z from 'zod';
import type { GivenAnnotation } from './given-annotation.ts';

const selector = z.looseObject({
  type: z.string(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

/** One annotation as the Hypothesis API gives it. Source: Hypothesis API, schema "Annotation" (h.readthedocs.io/en/latest/api-reference). */
const annotation = z.looseObject({
  id: z.string(),
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
  references: z.array(z.string()).default([]),
  target: z.array(z.looseObject({ selector: z.array(selector).default([]) })).default([]),
});

/** What the search of its API answers, what its export files hold, or a bare list. */
export const hypothesisSchema = z
  .union([
    z.looseObject({ rows: z.array(annotation) }).transform(({ rows }) => rows),
    z.looseObject({ annotations: z.array(annotation) }).transform(({ annotations }) => annotations),
    z.array(annotation),
  ])
  .transform((list) => list.map(given));

function given({ id, text, tags, references, target }: z.infer<typeof annotation>): GivenAnnotation {
  const quote = target.flatMap(({ selector }) => selector).find(({ type }) => type === 'TextQuoteSelector');
  return {
    id: id.includes(':') ? id : `https://hypothes.is/a/${encodeURIComponent(id)}`,
    ...(quote?.exact !== undefined && {
      quote: {
        type: 'TextQuoteSelector',
        exact: quote.exact,
        prefix: quote.prefix ?? '',
        suffix: quote.suffix ?? '',
      },
    }),
    comment: text.trim(),
    tags,
    isReply: references.length > 0,
  };
}
