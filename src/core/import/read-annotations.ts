import type { ReadAnnotations } from './given-annotation.ts';
import { hypothesisSchema } from './hypothesis.ts';
import { webAnnotationSchema } from './web-annotation.ts';

/** Reads a file of annotations, as the Hypothesis API and its exports give them or as W3C JSON-LD. */
export function readAnnotations(text: string): ReadAnnotations {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return unreadable(`text that is no JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const schema = text.includes('"Annotation"') ? webAnnotationSchema : hypothesisSchema;
  const read = schema.safeParse(json);
  if (read.success) return { annotations: read.data };
  const [first] = read.error.issues;
  return unreadable(`JSON that is neither (${first?.path.join('.') || 'at its top'}: ${first?.message ?? 'unknown'})`);
}

function unreadable(found: string): ReadAnnotations {
  return {
    problem: {
      found,
      expected: 'an export of Hypothesis (JSON), or W3C annotations as JSON-LD: one, a list, a page or a collection',
    },
  };
}
