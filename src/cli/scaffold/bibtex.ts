import type { BibtexEntry } from '../../core/library/bibtex-entries.ts';

/** An entry of BibLaTeX with these fields; those that are not there are left out. */
export function bibtexOf(type: string, key: string, fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${balanced(value)}},`] : []));
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

/** An entry that was looked up, under a key of this site and one field to a line. */
export function writtenEntry({ type, fields }: BibtexEntry, key: string, kind: string | undefined): string {
  const values = Object.fromEntries([...fields].map(([name, { value }]) => [name, value]));
  return bibtexOf(type, key, { ...values, ...(kind !== undefined && { keywords: kind }) });
}

/** A brace that is not closed would swallow what follows. */
function balanced(value: string): string {
  let open = 0;
  for (const sign of value) {
    if (sign === '{') open++;
    if (sign === '}' && --open < 0) break;
  }
  return open === 0 ? value : value.replace(/[{}]/g, '');
}
