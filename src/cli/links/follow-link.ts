import type { LinkAnswer } from '../../core/model/link-check.ts';
import type { Reply } from './ask-address.ts';

/** Asks for an address once, when its host may be asked. */
export type Ask = (url: string) => Promise<Reply>;

export interface Patience {
  /** How often an address is asked for again that gave no page this time. */
  readonly retries: number;
  /** Seconds to wait before that, where the host names none; twice as long each time. */
  readonly pauseSeconds: number;
  /** The longest wait a host may ask for; one that wants more is left alone. */
  readonly longestPauseSeconds: number;
}

const mostRedirects = 10;

/** What comes of an address in the end: redirects are followed, and a host in trouble is asked again after a while. */
export async function followLink(url: string, ask: Ask, patience: Patience): Promise<LinkAnswer> {
  const visited = new Set<string>();
  let at = url;
  while (!visited.has(at) && visited.size <= mostRedirects) {
    visited.add(at);
    const { answer, next } = await askPatiently(at, ask, patience);
    const to = withoutFragment(at) === withoutFragment(url) ? {} : { to: at };
    if (next === undefined) return { ...answer, ...to };
    if (!/^https?:/.test(next)) return { ...answer, ...to };
    at = next;
  }
  return { problem: 'endless-redirect' };
}

async function askPatiently(url: string, ask: Ask, patience: Patience): Promise<Reply> {
  const { retries, pauseSeconds, longestPauseSeconds } = patience;
  for (let round = 0; ; round++) {
    const response = await ask(url);
    const pause = response.retryAfter ?? pauseSeconds * 2 ** round;
    if (round === retries || !mayPass(response.answer) || pause > longestPauseSeconds) return response;
    await seconds(pause);
  }
}

/** Whether it may be otherwise in a moment. */
function mayPass({ status, problem }: LinkAnswer): boolean {
  return problem === 'no-answer' || status === 429 || (status !== undefined && status >= 500);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*/s, '');
}

/** Waits. */
export function seconds(count: number): Promise<void> {
  return new Promise((done) => setTimeout(done, count * 1000));
}
