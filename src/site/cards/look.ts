import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const tokens = readFileSync(join(import.meta.dirname, '../../styles/tokens.css'), 'utf8');

/** The light colour of a token of the style sheet (`ink`, `saltire`): cards are printed on paper. */
export function colour(token: string): string {
  const [, value = '', alias] = new RegExp(`--${token}: (?:light-dark\\((#\\w+)|var\\(--(\\w+)\\))`).exec(tokens) ?? [];
  if (!value && !alias) throw new Error(`No colour --${token} in tokens.css`);
  return alias ? colour(alias) : value;
}

/** How far from the record a sign stands, as the strip draws it. */
export function distance(sign: string): number {
  const [, value] = new RegExp(`\\[data-sign="${sign}"\\] \\{[^}]*--d: ([\\d.]+)`).exec(tokens) ?? [];
  if (!value) throw new Error(`No distance of ${sign} in tokens.css`);
  return Number(value);
}
