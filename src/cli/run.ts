import { isContentError } from '../site/content-error.ts';

/**
 * Runs a command of this project. What its author can mend is printed as it is; anything else is a fault of the program
 * and printed with its stack. Either way the exit code is 1.
 */
export async function run(command: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const shown = isContentError(error) || !(error instanceof Error) ? String(messageOf(error)) : error.stack;
    process.stderr.write(`${shown}\n`);
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): unknown {
  return error instanceof Error ? error.message : error;
}
