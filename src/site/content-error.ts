/**
 * What is wrong with what the author gave: the content or the settings. Its message is all there is to say, ready to be
 * printed; a stack trace would tell them nothing.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(message: string) {
    super(message);
    this.stack = '';
  }
}

/** By name, not by class: Vite's module graphs each have a class of their own. */
export function isContentError(error: unknown): error is ContentError {
  return error instanceof Error && error.name === 'ContentError';
}
