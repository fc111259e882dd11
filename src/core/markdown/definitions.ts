import type { Element } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { GivenClaim, GivenCorrection, GivenFact, Prose, Withdrawal } from '../model/annotation.ts';
import type { Work } from '../model/references.ts';
import { Attributes } from './attributes.ts';
import type { BlockParts } from './block-parts.ts';
import { citedIn, takeCitations } from './citations.ts';
import type { Parsing } from './context.ts';
import type { BlockName } from './directive-syntax.ts';
import { reportLongQuotations, reportUncredited } from './quotations.ts';
import { claimAttributes, readClaim } from './read-claim.ts';
import { factAttributes, readFact } from './read-fact.ts';
import { asProse, render, type SharedDefinitions } from './render.ts';
import { visit } from './visit.ts';

const attributeNames: Readonly<Record<BlockName, readonly string[]>> = {
  claim: claimAttributes,
  fact: factAttributes,
  correction: ['on', 'date'],
  withdrawn: ['date'],
};
const whatIs: Readonly<Record<BlockName, string>> = {
  claim: 'a claim',
  fact: 'a fact',
  correction: 'a correction',
  withdrawn: 'a withdrawal',
};

export type GivenDefinition = GivenClaim | GivenFact | GivenCorrection | Withdrawal;

/** Reads one `:::claim`, `:::fact`, `:::correction` or `:::withdrawn` block. What is wrong with it is reported. */
export function readDefinition(
  directive: ContainerDirective,
  shared: SharedDefinitions,
  work: Work | undefined,
  parsing: Parsing,
): GivenDefinition | undefined {
  const name = directive.name as BlockName; // the syntax lets no other through
  const attributes = new Attributes(directive, whatIs[name], attributeNames[name], parsing);
  const isWhole = takeAll(directive, parsing);
  reportLongQuotations(directive, parsing);
  if (name === 'claim' || name === 'fact') reportUncredited(directive, parsing);
  const citations = [directive, ...footnotesOf(directive, shared)].flatMap(citedIn);
  const body = bodyOf(directive, attributes, shared, parsing);
  const block = { directive, attributes, citations, isWhole, body, work, parsing };
  switch (name) {
    case 'claim':
      return readClaim(block);
    case 'fact':
      return readFact(block);
    case 'correction':
      return correction(block);
    case 'withdrawn':
      return withdrawal(block);
  }
}

/** Of a claim the words of citations count in its statement alone, of a fact nowhere. Gives whether all could be read. */
function takeAll({ name, children }: ContainerDirective, parsing: Parsing): boolean {
  const statement = children.find((child) => child.type === 'paragraph' && !child.data?.directiveLabel);
  return children
    .map((child) => takeCitations(child, parsing, true, name === 'fact' || (name === 'claim' && child !== statement)))
    .every(Boolean);
}

function bodyOf(
  directive: ContainerDirective,
  attributes: Attributes,
  shared: SharedDefinitions,
  parsing: Parsing,
): Element[] {
  const [label] = directive.children;
  const hasLabel = label?.type === 'paragraph' && label.data?.directiveLabel === true;
  if (hasLabel) {
    parsing.report('unreadable-directive', attributes.place, {
      found: 'text in square brackets after the name of a block',
      expected: 'the text on the lines below, up to the closing `:::`',
    });
  }
  const nodes = directive.children.filter((child) => child !== label || !hasLabel);
  const root = render(nodes, shared, parsing, String(directive.attributes?.['id'] ?? directive.name));
  return root.children.filter((child): child is Element => child.type === 'element');
}

function correction({ attributes, body, parsing }: BlockParts): GivenCorrection | undefined {
  attributes.required(
    'on',
    () => '`on=` with the id of the annotation that was changed, and `date=` with the day of the change',
  );
  if (attributes.isBare) return undefined;
  attributes.required('date', () => '`date=` with the day of the change');
  const [on] = attributes.mentions('on');
  const date = attributes.date('date');
  const text = words(body, attributes, parsing, 'a correction without text', 'what was changed, and why');
  if (!on || !date || !text) return undefined;
  return { kind: 'correction', on, date, body: text, place: attributes.place };
}

function withdrawal({ attributes, body, parsing }: BlockParts): Withdrawal | undefined {
  const id = attributes.id(':::withdrawn{#former-claim date=2026-12-01}');
  if (attributes.isBare) return undefined;
  attributes.required('date', () => '`date=` with the day of the withdrawal');
  const date = attributes.date('date');
  const reason = words(body, attributes, parsing, 'a withdrawal without a reason', 'why the annotation was taken back');
  return id && date && reason ? { kind: 'withdrawn', id, date, reason, place: attributes.place } : undefined;
}

function words(
  body: Element[],
  { place }: Attributes,
  parsing: Parsing,
  found: string,
  expected: string,
): Prose | undefined {
  if (body.length > 0) return asProse(body, parsing);
  parsing.report('empty-definition', place, { found, expected: `${expected}, below the opening line` });
  return undefined;
}

/** The footnotes that a block refers to and that stand outside it. */
function footnotesOf(directive: ContainerDirective, shared: SharedDefinitions): FootnoteDefinition[] {
  const footnotes = shared.filter((one) => one.type === 'footnoteDefinition');
  if (footnotes.length === 0) return [];
  const wanted = new Set<string>();
  visit(directive, 'footnoteReference', ({ identifier }) => {
    wanted.add(identifier);
  });
  visit(directive, 'footnoteDefinition', ({ identifier }) => {
    wanted.delete(identifier);
  });
  return footnotes.filter(({ identifier }) => wanted.has(identifier));
}
