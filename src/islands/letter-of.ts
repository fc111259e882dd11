/**
 * The key of a keyboard event as it is written in the help: where the layout has letters of another script, the Latin letter
 * of the same place (`code` of UI Events).
 */
export function letterOf({ key, code }: KeyboardEvent): string {
  const isForeign = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  return (isForeign && /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()) || key;
}
