import { cancel, select, text } from '@clack/prompts';
import { ContentError } from '../site/content-error.ts';
import { wrong } from './arguments.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Somebody to ask for what a command was not told. */
export interface Ask {
  /** Whether anybody is there. */
  readonly isThere: boolean;
  /** A line of text. `missing` names what is lacking where nobody can be asked; a `fallback` then stands in. */
  readonly text: (question: string, missing: string, options?: TextOptions) => Promise<string>;
  readonly choose: (question: string, choices: readonly Choice[], missing: string) => Promise<string>;
}

export interface TextOptions {
  readonly fallback?: string;
  /** What is wrong with an answer. */
  readonly problem?: (answer: string) => string | undefined;
}

/** Asks on the terminal; where there is none, what is missing is an error that says how to give it. */
export function createAsk(isThere: boolean = process.stdin.isTTY === true && process.stdout.isTTY === true): Ask {
  const lacking = (missing: string) =>
    wrong(`command without ${missing}`, `${missing} on the command line, or a terminal to ask on`);
  return {
    isThere,
    async text(question, missing, { fallback, problem } = {}) {
      if (!isThere) {
        if (fallback === undefined) throw lacking(missing);
        return fallback;
      }
      const answer = await text({
        message: question,
        ...(fallback !== undefined && { initialValue: fallback }),
        validate: (value) => (value?.trim() ? problem?.(value.trim()) : 'It cannot be empty.'),
      });
      return answered(answer).trim();
    },
    async choose(question, choices, missing) {
      if (!isThere) throw lacking(missing);
      const options = choices.map(({ value, label, hint }) => ({ value, label, ...(hint !== undefined && { hint }) }));
      return answered(await select<string>({ message: question, options }));
    },
  };
}

function answered(answer: string | symbol): string {
  if (typeof answer === 'string') return answer;
  cancel('Nothing was made.');
  throw new ContentError('Stopped.');
}
