/**
 * A title broken over at most three lines so that its longest line, which sets the size of the letters, is as short as
 * may be. Each further line has to pay for its height: two lines must shorten the longest by more
 * than a quarter, three by a quarter again.
 */
export function plateLines(title: string): string[] {
  const words = title.split(/\s+/).filter((word) => word !== '');
  let best = [words.join(' ')];
  let least = length(best);
  for (const [count, share] of [
    [2, 0.72],
    [3, 0.75],
  ] as const) {
    const lines = broken(words, count);
    if (lines && length(lines) <= least * share && length(best) > 7) {
      best = lines;
      least = length(lines);
    }
  }
  return best;
}

/** The words over exactly so many lines, the longest as short as possible. */
function broken(words: readonly string[], count: number): string[] | undefined {
  if (words.length < count) return undefined;
  if (count === 1) return [words.join(' ')];
  let best: string[] | undefined;
  for (let cut = 1; cut <= words.length - count + 1; cut++) {
    const rest = broken(words.slice(cut), count - 1);
    const lines = rest && [words.slice(0, cut).join(' '), ...rest];
    if (lines && (!best || length(lines) < length(best))) best = lines;
  }
  return best;
}

function length(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => [...line].length));
}
