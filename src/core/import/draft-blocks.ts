import { directiveToMarkdown } from 'mdast-util-directive';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { DraftAttributes } from './draft-attributes.ts';

/** What a draft is made of. */
export interface DraftParts {
  readonly id: string;
  /** The passage quoted, which stands for the statement until its author writes one. */
  readonly passage: string;
  readonly comment: string;
  readonly attributes: DraftAttributes;
  readonly via: string;
}

/**
 * The blocks of a draft claim and, where there is a comment, of a draft fact under it, as an author would write them. The
 * comment is kept as the Markdown it is; with `isPlain` every sign in it stands for itself.
 */
export function draftBlocks({ id, passage, comment, attributes, via }: DraftParts, isPlain = false): string {
  const origin = ` via="${via.replaceAll('"', '%22').replaceAll(/\s/g, '%20')}"`;
  const written = [...attributes.claim].map(([name, values]) => ` ${name}=${quoted(values.join(' '))}`).join('');
  const claim = block(`claim{#${id} status=draft${written}${origin}}`, escaped(passage.replace(/\s+/g, ' ').trim()));
  if (comment === '') return claim;
  const bearing = ` ${attributes.stance ?? 'qualifies'}=${id}`;
  const text = isPlain
    ? comment
        .split(/\n\s*\n/)
        .map((paragraph) => escaped(paragraph.replace(/\s+/g, ' ').trim()))
        .join('\n\n')
    : comment
        .replace(/\r\n?/g, '\n')
        .replace(/^(\s*)(:{3,})/gm, '$1\\$2')
        .replace(/:(?=(?:claim|fact)\[)/g, '\\:');
  return `${claim}\n\n${block(`fact{#${id}-record status=draft${bearing}${origin}}`, text)}`;
}

function block(opening: string, text: string): string {
  return `:::${opening}\n${text}\n:::`;
}

function quoted(value: string): string {
  return /^[\w-]+$/.test(value) ? value : `"${value}"`;
}

function escaped(text: string): string {
  const paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] } as const;
  return toMarkdown(
    { type: 'root', children: [{ ...paragraph, children: [...paragraph.children] }] },
    {
      extensions: [directiveToMarkdown()],
    },
  ).trimEnd();
}
