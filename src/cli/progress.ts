/** Tells a waiting person what is going on: on a terminal a line that changes, in a log a line now and then. */
export interface Progress {
  /** What is being done now, with how far it has come. */
  readonly show: (text: string) => void;
  /** A line that stays. */
  readonly say: (text: string) => void;
  readonly stop: () => void;
}

const logEveryMilliseconds = 10_000;
const drawEveryMilliseconds = 100;

export function createProgress(stream: NodeJS.WriteStream): Progress {
  let last = 0;
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) stream.write('\r\u001B[K');
    isDrawn = false;
  };
  return {
    show(text) {
      const now = performance.now();
      if (now - last < (stream.isTTY ? drawEveryMilliseconds : logEveryMilliseconds)) return;
      last = now;
      if (!stream.isTTY) stream.write(`${text}\n`);
      else {
        clear();
        stream.write(text.slice(0, (stream.columns || 80) - 1));
        isDrawn = true;
      }
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    stop: clear,
  };
}
