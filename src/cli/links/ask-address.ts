import type { LinkAnswer, LinkProblem } from '../../core/model/link-check.ts';

/** What came of one request. */
export interface Reply {
  readonly answer: LinkAnswer;
  /** Where the host sends on to, if it does. */
  readonly next?: string | undefined;
  /** After how many seconds the host wants to be asked again. */
  readonly retryAfter?: number | undefined;
}

export interface AskOptions {
  /** Who asks: a name, and an address at which more can be found. */
  readonly userAgent: string;
  readonly timeoutSeconds: number;
}

/**
 * Asks for an address once, without following where it leads: by `HEAD`, and by `GET` where that is answered with an error,
 * for many hosts answer `HEAD` wrongly. The body is not fetched.
 */
export async function askAddress(url: string, options: AskOptions): Promise<Reply> {
  const first = await request('HEAD', url, options);
  const { status } = first.answer;
  const isBusy = status === 429 || status === 503;
  return status === undefined || status < 400 || isBusy ? first : request('GET', url, options);
}

async function request(method: 'HEAD' | 'GET', url: string, options: AskOptions): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutSeconds * 1000),
      headers: { 'User-Agent': options.userAgent, Accept: 'text/html, application/pdf;q=0.9, */*;q=0.8' },
    });
    await response.body?.cancel();
    const location = response.headers.get('location');
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status) && location !== null;
    return {
      answer: { status: response.status },
      next: isRedirect && URL.canParse(location, url) ? new URL(location, url).href : undefined,
      retryAfter: secondsOf(response.headers.get('retry-after')),
    };
  } catch (error) {
    return { answer: { problem: problemOf(error) } };
  }
}

/** A number of seconds, or a date. Source: RFC 9110, 10.2.3. */
function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

function problemOf(error: unknown): LinkProblem {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND') return 'unknown-host';
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code) ? 'bad-certificate' : 'no-answer';
}
