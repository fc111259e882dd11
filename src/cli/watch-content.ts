import { watch } from 'chokidar';
import { isContentError } from '../site/content-error.ts';

/** Editors write a file in several steps; what follows within this time belongs to the same change. */
const settleMilliseconds = 60;

/** Runs a check now and after every change of the folder, until the command is stopped. */
export async function watchContent(contentDir: string, check: () => Promise<number>): Promise<undefined> {
  const { stdout } = process;
  const checkAgain = async () => {
    if (stdout.isTTY) stdout.write('\u001B[2J\u001B[3J\u001B[H');
    try {
      await check();
    } catch (error) {
      if (!isContentError(error)) throw error;
      stdout.write(`${error.message}\n`);
    }
    stdout.write('Watching for changes (Ctrl+C stops)\n');
  };
  let planned: NodeJS.Timeout | undefined;
  let last = new Promise<void>((ready) => {
    watch(contentDir, { ignoreInitial: true })
      .on('ready', () => ready())
      .on('all', () => {
        clearTimeout(planned);
        planned = setTimeout(() => {
          last = last.then(checkAgain);
        }, settleMilliseconds);
      });
  }).then(checkAgain);
  await last;
}
