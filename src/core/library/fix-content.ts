import type { SourceFile } from '../markdown/parse-review.ts';
import { applyFixes } from '../messages/apply-fixes.ts';
import type { Message } from '../messages/message.ts';
import type { ContentFiles } from './create-library.ts';

/** A content folder with its mechanical mistakes mended. */
export interface FixedContent {
  readonly content: ContentFiles;
  /** What was mended, as it was reported. */
  readonly fixed: readonly Message[];
}

/**
 * Applies the fixes that messages carry, round by round, since mending one thing may bring another to light. A fix that
 * does not do away with its message, or that gives one id to two things, is not applied.
 */
export function fixContent(content: ContentFiles, check: (content: ContentFiles) => readonly Message[]): FixedContent {
  let current = content;
  let messages = check(current);
  const fixed: Message[] = [];
  for (;;) {
    const fixable = messages.filter(hasFix);
    const applied = tryAll(fixable) || fixable.some((message) => tryAll([message]));
    if (!applied) return { content: current, fixed };
  }

  function tryAll(chosen: readonly Fixable[]): boolean {
    if (chosen.length === 0) return false;
    const candidate = withFixes(current, chosen);
    const after = check(candidate);
    const isBetter =
      count(after, hasFix) < count(messages, hasFix) && count(after, isDouble) <= count(messages, isDouble);
    if (!isBetter) return false;
    const left = new Set(after.filter(hasFix).map(identityOf));
    fixed.push(...chosen.filter((message) => !left.has(identityOf(message))));
    current = candidate;
    messages = after;
    return true;
  }
}

type Fixable = Message & { readonly fix: NonNullable<Message['fix']> };

function hasFix(message: Message): message is Fixable {
  return message.fix !== undefined;
}

function isDouble({ rule }: Message): boolean {
  return rule === 'duplicate-id';
}

function count(messages: readonly Message[], is: (message: Message) => boolean): number {
  return messages.filter(is).length;
}

function identityOf({ rule, place, found }: Message): string {
  return `${place.path} ${rule} ${found}`;
}

function withFixes(content: ContentFiles, messages: readonly Fixable[]): ContentFiles {
  const textOf = (path: string, value: string) =>
    applyFixes(
      value,
      messages.filter(({ place }) => place.path === path).map(({ fix }) => fix),
    );
  const files = (list: readonly SourceFile[]) => list.map(({ path, value }) => ({ path, value: textOf(path, value) }));
  return {
    ...content,
    references: new Map([...content.references].map(([path, value]) => [path, textOf(path, value)])),
    reviews: files(content.reviews),
    pages: files(content.pages),
  };
}
