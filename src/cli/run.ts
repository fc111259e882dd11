import { isContentError } from '../site/content-error.ts';
import { reportOn } from './report-on.ts';
import { systemErrorAsText } from './system-error.ts';

/**
 * Runs a command of this project. What its author can mend is printed as it is, and so is what the system refuses, such
 * as a full disk; anything else is a fault of the program and printed with its stack. Either way the exit code is 1.
 */
export async function run(command: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`${shown(error).trimEnd()}\n`);
    process.exitCode = 1;
  }
}

function shown(error: unknown): string {
  if (isContentError(error)) return error.report ? reportOn(process.stderr, error.report) : error.message;
  const refused = systemErrorAsText(error);
  if (refused) return refused;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
