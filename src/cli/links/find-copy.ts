import * as z from 'zod';
import type { AskOptions } from './ask-address.ts';

/** Where the Internet Archive says which copy it holds. Source: its "Wayback Availability JSON API". */
export const waybackAvailability = 'https://archive.org/wayback/available';

const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.boolean(), url: z.url(), status: z.string().optional() }).optional(),
  }),
});

/** The address of a copy of a page that the archive holds; `undefined` when it has none, or cannot be asked. */
export async function findCopy(
  url: string,
  { userAgent, timeoutSeconds }: AskOptions,
  service = waybackAvailability,
): Promise<string | undefined> {
  try {
    const response = await fetch(`${service}?url=${encodeURIComponent(url)}`, {
      headers: { 'User-Agent': userAgent },
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    const { closest } = answerSchema.parse(await response.json()).archived_snapshots;
    const isCopy = closest?.available && (closest.status ?? '200').startsWith('2');
    return isCopy ? closest.url.replace(/^http:/, 'https:') : undefined;
  } catch {
    return undefined;
  }
}
