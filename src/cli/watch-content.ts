import { isContentError } from '../site/content-error.ts';
import { watchFolder } from '../site/watch-folder.ts';

/** Runs a check now and after every change of the folder, until the command is stopped. */
export async function watchContent(contentDir: string, check: () => Promise<number>): Promise<undefined> {
  const { stdout } = process;
  const watching = watchFolder(contentDir, async () => {
    if (stdout.isTTY) stdout.write('\u001B[2J\u001B[3J\u001B[H');
    try {
      await check();
    } catch (error) {
      if (!isContentError(error)) throw error;
      stdout.write(`${error.message}\n`);
    }
    stdout.write('Watching for changes (Ctrl+C stops)\n');
  });
  await watching.settled();
}
