import { hash } from 'node:crypto';
import type { GivenRevision } from '../model/revision.ts';

/**
 * A line of the ledger as text: canonical JSON, so that one revision has one text and one digest.
 * Source: RFC 8785 (JSON Canonicalization Scheme), for the values a line holds: strings, whole numbers and lists of strings.
 */
export function canonical(value: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  // Default sorting compares UTF-16 units, as the RFC asks; what JSON.stringify makes of strings and numbers is canonical.
  return `{${keys.sort().map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`)}}`;
}

/** The digest a line should carry: SHA-256, in hexadecimal digits, of its canonical JSON without the digest itself. */
export function digestOf({ digest: _, ...line }: Omit<GivenRevision, 'digest'> & { readonly digest?: string }): string {
  return hash('sha256', canonical(line), 'hex');
}

/** Whether a line, as it stands in its file, is the canonical JSON of this digest: sooner told than from its values. */
export function isAsWritten(line: string, digest: string): boolean {
  return hash('sha256', line.replace(`"digest":"${digest}",`, ''), 'hex') === digest;
}
