import type { ContainerDirective } from 'mdast-util-directive';
import { code } from '../messages/nearest.ts';
import type { Draft } from '../model/annotation.ts';
import { stances } from '../model/vocabulary.ts';
import { Attributes } from './attributes.ts';
import type { Parsing } from './context.ts';
import { claimAttributes } from './read-claim.ts';
import { factAttributes } from './read-fact.ts';
import { joinedOn } from './written-attributes.ts';

/** Whether a block says of itself that it is not finished: `status=draft`. */
export function isDraft(block: ContainerDirective): boolean {
  return joinedOn(block).some(({ name, value }) => name === 'status' && value === 'draft');
}

/**
 * Reads the block of a draft. It is not published, and its passages are plain prose; so it may lack what a claim or fact
 * must have, and a warning says what that is. Only its id has to be there, and its attributes have to be known ones.
 */
export function readDraft(block: ContainerDirective, parsing: Parsing): Draft | undefined {
  const isClaim = block.name === 'claim';
  const known = isClaim ? claimAttributes : factAttributes;
  const attributes = new Attributes(block, isClaim ? 'a draft claim' : 'a draft', known, parsing);
  const id = attributes.id(`:::${block.name}{#an-id status=draft}`);
  if (id === undefined) return undefined;
  const missing = isClaim
    ? ['by', 'verdict', 'confidence'].filter((name) => !attributes.has(name)).map((name) => code(name))
    : stances.some((stance) => attributes.has(stance))
      ? []
      : ['what it bears on'];
  const rest = isClaim ? 'a fact that bears on it' : 'a source';
  parsing.report('unfinished-draft', attributes.place, {
    found: `draft ${code(id)}, which is not published`,
    expected: `${[...missing, rest].join(', ')}, and then no ${code('status=draft')}`,
  });
  return { kind: 'draft', id, place: attributes.place };
}
