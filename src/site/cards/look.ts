import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const tokens = readFileSync(join(import.meta.dirname, '../../styles/tokens.css'), 'utf8');

/** How far from the record a sign stands, as the strip draws it. */
export function distance(sign: string): number {
  const [, value] = new RegExp(`\\[data-sign="${sign}"\\] \\{[^}]*--d: ([\\d.]+)`).exec(tokens) ?? [];
  if (!value) throw new Error(`No distance of ${sign} in tokens.css`);
  return Number(value);
}
