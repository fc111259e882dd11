import * as z from 'zod';
import type { Place } from './place.ts';

/** An address of another site, and where an author wrote it. */
export interface ExternalLink {
  readonly url: string;
  readonly place: Place;
  /** Whether readers find a copy in an archive beside it. */
  readonly hasCopy?: boolean;
}

/** An address of this site in a text: a path from its root, or a fragment of the same page. */
export interface SiteLink {
  readonly href: string;
  readonly place: Place;
}

const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' });
const day = z.iso.date({ error: 'a day such as 2026-09-02' });

/** Why no page came, where there was no answer that would have a status. */
export const linkProblems = ['unknown-host', 'no-answer', 'bad-certificate', 'endless-redirect'] as const;
export type LinkProblem = (typeof linkProblems)[number];

/** A line of `links.jsonl`: what became of an address when it was last asked for. */
export const linkCheckSchema = z.strictObject({
  url: webAddress,
  /** The day of it. */
  checked: day,
  /** The status of the answer. Source: RFC 9110, 15. */
  status: z.number().int().min(100).max(599).optional(),
  problem: z.enum(linkProblems).optional(),
  /** The first of the checks, without one between that went well, at which there was no page. */
  since: day.optional(),
  /** Where it led to, if elsewhere. */
  to: webAddress.optional(),
  /** A copy in an archive. */
  archived: webAddress.optional(),
});
export type LinkCheck = z.infer<typeof linkCheckSchema>;

/** The answer to one request for an address, its redirects followed. */
export type LinkAnswer = Pick<LinkCheck, 'status' | 'problem' | 'to'>;

/**
 * Whether readers find a page: yes too where a program is turned away (it has to sign in, is not let in, asks too often), for
 * that says nothing about them.
 */
export function hasPage({ status }: LinkAnswer): boolean {
  return status !== undefined && (status < 400 || [401, 403, 407, 429, 451].includes(status));
}

/** An address as it is asked for: without the place in the page. */
export function pageAddress(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/** For how long a host may be in trouble before what it held counts as gone. */
const patience = 14 * 24 * 60 * 60 * 1000;

/** Whether an address was last seen dead: its page or host does not exist, or nothing else came of it for two weeks. */
export function isDead({ status, problem, since, checked }: LinkCheck): boolean {
  if (since === undefined) return false;
  if (status === 404 || status === 410 || problem === 'unknown-host') return true;
  return Date.parse(checked) - Date.parse(since) >= patience;
}

/** The line after an answer on a day; what was known before goes on. */
export function nextCheck(url: string, answer: LinkAnswer, today: string, before?: LinkCheck): LinkCheck {
  const since = hasPage(answer) ? undefined : (before?.since ?? today);
  return {
    url,
    checked: today,
    ...answer,
    ...(since && { since }),
    ...(before?.archived && { archived: before.archived }),
  };
}
