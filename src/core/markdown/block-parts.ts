import type { Element } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { code, nearestOr } from '../messages/nearest.ts';
import type { CitationItem, Mention } from '../model/annotation.ts';
import type { Work } from '../model/references.ts';
import type { Attributes } from './attributes.ts';
import type { Parsing } from './context.ts';

/** One definition, taken apart. */
export interface BlockParts {
  readonly directive: ContainerDirective;
  readonly attributes: Attributes;
  readonly citations: CitationItem[];
  /** Whether all its citations could be read. */
  readonly isWhole: boolean;
  readonly body: Element[];
  readonly work: Work | undefined;
  readonly parsing: Parsing;
}

/** The block as its author wrote it. */
export function sourceOf(directive: ContainerDirective, { source }: Parsing): string {
  return source.slice(directive.position?.start.offset, directive.position?.end.offset);
}

/** What stands in a new claim and a new fact until somebody writes: it counts as nothing. */
export const unwritten = {
  statement: 'Say here in one sentence what exactly is claimed.',
  fact: 'Say here what the record holds.',
} as const;

/** What every claim and fact may say of how it came to be: the annotation it was made from, and that it is a draft. */
export function origin(attributes: Attributes): string | undefined {
  attributes.choice('status', ['draft']);
  return attributes.matching('via', /^(?:https?|urn):\S+$/, 'the address of the annotation it was made from');
}

/** The people an attribute names; those that are not in people.yaml are reported and left out. */
export function peopleIn(name: string, attributes: Attributes, { report, references }: Parsing): Mention[] {
  return attributes.mentions(name).filter(({ id, place }) => {
    if (references.people.has(id)) return true;
    report('unknown-person', place, {
      found: `person ${code(id)} in ${code(name)}`,
      expected: nearestOr(id, references.people.keys(), 'the id of a person in people.yaml'),
    });
    return false;
  });
}
