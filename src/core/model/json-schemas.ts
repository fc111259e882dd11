import * as z from 'zod';
import {
  frontMatterSchema,
  imageCreditsSchema,
  peopleSchema,
  questionsSchema,
  siteSchema,
  verdictsSchema,
  worksSchema,
} from './references.ts';

const schemas = {
  'front-matter': frontMatterSchema,
  images: imageCreditsSchema,
  people: peopleSchema,
  questions: questionsSchema,
  site: siteSchema,
  verdicts: verdictsSchema,
  works: worksSchema,
};
export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as SchemaName[]; // Object.keys forgets the literal types

/**
 * What an author may write into a file, as JSON Schema (draft 7, which editors read), for completion and
 * first hints while it is written. The check knows more: dates, ids, and what refers to what.
 */
export function jsonSchema(name: SchemaName): string {
  const schema = z.toJSONSchema(schemas[name], { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
