/** The class that sets a title's size: the longer it is, the smaller, so that it stays within four lines or so. */
export function posterSize(title: string): 'm' | 's' | undefined {
  const longestWord = Math.max(...title.split(/[\s–-]+/).map((word) => word.length));
  if (title.length > 60 || longestWord > 18) return 's';
  if (title.length > 32 || longestWord > 13) return 'm';
  return undefined;
}
