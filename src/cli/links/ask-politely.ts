import type { LinkAnswer } from '../../core/model/link-check.ts';
import { type AskOptions, askAddress } from './ask-address.ts';
import { type Ask, followLink, type Patience, seconds } from './follow-link.ts';

export interface Manners extends AskOptions, Patience {
  /** How many hosts are asked at the same time; each of them one thing at a time. */
  readonly hosts: number;
  /** Seconds between one address of a host and the next. */
  readonly restSeconds: number;
}

export const goodManners: Omit<Manners, 'userAgent'> = {
  hosts: 6,
  restSeconds: 1,
  timeoutSeconds: 20,
  retries: 2,
  pauseSeconds: 5,
  longestPauseSeconds: 60,
};

/**
 * Asks for many addresses as a guest does: no host more than one thing at a time, and never without a rest between.
 * `onAnswer` is told of each answer as it comes. Stops early when `signal` says so.
 */
export async function askPolitely(
  urls: readonly string[],
  manners: Manners,
  onAnswer: (url: string, answer: LinkAnswer) => void,
  signal?: AbortSignal,
): Promise<void> {
  const ask = paced((url) => askAddress(url, manners), manners.restSeconds);
  const byHost = [...Map.groupBy(urls, (url) => new URL(url).host).values()]
    .sort((a, b) => b.length - a.length) // the longest takes longest
    .values();
  const work = async () => {
    for (const ofHost of byHost) {
      let isDown = false;
      for (const url of ofHost) {
        if (signal?.aborted) return;
        const answer = await followLink(url, ask, isDown ? { ...manners, retries: 0 } : manners);
        isDown = answer.problem === 'no-answer'; // what was waited for once is not waited for with every address
        onAnswer(url, answer);
      }
    }
  };
  await Promise.all(Array.from({ length: manners.hosts }, work));
}

/** Puts what is asked of a host behind each other, also where several addresses lead to the same one. */
function paced(ask: Ask, restSeconds: number): Ask {
  const free = new Map<string, Promise<unknown>>();
  return (url) => {
    const { host } = new URL(url);
    const answer = (free.get(host) ?? Promise.resolve()).then(() => ask(url));
    free.set(
      host,
      answer.then(() => seconds(restSeconds)),
    );
    return answer;
  };
}
