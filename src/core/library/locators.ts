import type { Engine } from 'citeproc';

/** A number that the processor is given in place of others; nothing else in a citation is likely to hold it. */
const standIn = '9000003';
const range = /9000003(\D+)\d+/;

/**
 * Writes what follows the name of a source in a citation: `, 220` or `, chaps 3–4`. The processor takes a third of a
 * millisecond for each, and a large site has ten thousand. So it formats one number and one range for each source and
 * kind of place, and others take their place in the result; whatever is not a plain number or range it formats itself.
 */
export function createLocators(
  engine: Engine,
  format: (id: string, place?: { readonly label: string; readonly locator: string }) => string,
): (id: string, label: string, locator: string) => string {
  const formatted = new Map<string, string>();
  const once = (id: string, label: string, locator: string): string => {
    const name = `${id} ${label} ${locator}`;
    const text = formatted.get(name) ?? format(id, { label, locator }).slice(format(id).length);
    formatted.set(name, text);
    return text;
  };
  return (id, label, locator) => {
    const written = locator.replace(/(?<=\d)\s*(?:--|–)\s*(?=\d)/g, '-').trim();
    const [, first, last] = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/.exec(written) ?? [];
    if (first === undefined) return once(id, label, written);
    if (last === undefined) return once(id, label, standIn).replace(standIn, first);
    return once(id, label, `${standIn}-${standIn}`).replace(range, (_, dash) =>
      label === 'page' ? engine.fun.page_mangler(written) : `${first}${dash}${last}`,
    );
  };
}
