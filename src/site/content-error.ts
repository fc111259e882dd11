import type { Message } from '../core/messages/message.ts';
import type { SourceOf } from '../core/messages/report-terminal.ts';

/** The problems of a content folder, and the files they are in. */
export interface ContentReport {
  readonly messages: readonly Message[];
  readonly sourceOf: SourceOf;
}

/**
 * What is wrong with what the author gave: the content or the settings. Its message is all there is to say, ready to be
 * printed; a stack trace would tell them nothing. `report` holds the problems it consists of, to be shown where they are.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly report: ContentReport | undefined;

  constructor(message: string, report?: ContentReport) {
    super(message);
    this.stack = '';
    this.report = report;
  }
}

/** By name, not by class: Vite's module graphs each have a class of their own. */
export function isContentError(error: unknown): error is ContentError {
  return error instanceof Error && error.name === 'ContentError';
}
