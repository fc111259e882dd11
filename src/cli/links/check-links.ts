import { linksFile, writeLinkChecks } from '../../core/library/link-checks.ts';
import { hasPage, isDead, type LinkAnswer, type LinkCheck, nextCheck } from '../../core/model/link-check.ts';
import { readLibrary } from '../../site/library.ts';
import { type Settings, shownPath } from '../../site/settings.ts';
import { count } from '../counts.ts';
import { createProgress } from '../progress.ts';
import { rewriteFile } from '../rewrite-file.ts';
import { today } from '../today.ts';
import { askPolitely, goodManners } from './ask-politely.ts';
import { findCopy } from './find-copy.ts';
import { seconds } from './follow-link.ts';

/**
 * Asks for every address of another site that the content names and keeps what came of it in `links.jsonl`, from which the
 * check takes it. What was there today already is not asked for again. In CI, and where nothing can be reached, nothing is
 * asked or kept, and the last results stand. What happened is told on the error stream.
 */
export async function checkLinks(settings: Settings): Promise<void> {
  const progress = createProgress(process.stderr);
  const file = shownPath(settings.contentDir, linksFile);
  if (process.env['CI']) return progress.say(`In CI no address is asked for: this is what ${file} says`);
  const { library } = await readLibrary(settings);
  const before = library.linkChecks;
  const date = today();
  const all = [...new Set(library.links.map(({ url }) => url))];
  const isKnown = (check: LinkCheck | undefined) => check?.checked === date && hasPage(check);
  const asked = all.filter((url) => !isKnown(before.get(url)));
  const manners = { ...goodManners, userAgent: `OnTheRecord-LinkCheck/1.0 (+${settings.siteUrl})` };

  const answers = new Map<string, LinkAnswer>();
  const stop = new AbortController();
  const onInterrupt = () => {
    progress.say('Stopping; what was answered is kept …');
    stop.abort();
  };
  process.once('SIGINT', onInterrupt);
  const onAnswer = (url: string, answer: LinkAnswer) => {
    answers.set(url, answer);
    if (!hasPage(answer)) progress.say(`${answer.status ?? answer.problem} ${url}`);
    progress.show(`Links: ${answers.size} of ${asked.length} …`);
  };
  await askPolitely(asked, manners, onAnswer, stop.signal);
  if (asked.length > 0 && ![...answers.values()].some(({ status }) => status !== undefined)) {
    process.off('SIGINT', onInterrupt);
    return progress.say(`No host answered, so this machine seems to be offline: ${file} stays as it was`);
  }

  const checks = new Map(
    all.flatMap((url) => {
      const answer = answers.get(url);
      const check = answer ? nextCheck(url, answer, date, before.get(url)) : before.get(url);
      return check ? [[url, check] as const] : [];
    }),
  );
  const withCopies = new Set(library.links.flatMap(({ url, hasCopy }) => (hasCopy ? url : [])));
  for (const [url, check] of checks) {
    if (stop.signal.aborted || !answers.has(url) || !isDead(check) || withCopies.has(url) || isLocal(url)) continue;
    const archived = await findCopy(url, manners);
    if (archived) checks.set(url, { ...check, archived });
    progress.say(archived ? `copy of ${url}: ${archived}` : `no copy of ${url} found`);
    await seconds(manners.restSeconds);
  }
  process.off('SIGINT', onInterrupt);
  rewriteFile(settings.contentDir, linksFile, () => writeLinkChecks(checks.values()));
  const without = [...answers.values()].filter((answer) => !hasPage(answer)).length;
  const known = all.length - asked.length;
  progress.say(
    `Asked for ${count(answers.size, 'link')}, ${without} without a page` +
      `${known > 0 ? `; ${known} were there today already` : ''}. Kept in ${file}`,
  );
}

/** Nobody archives what is on this machine or in its network. */
function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(?:localhost|127\.|10\.|192\.168\.|\[)|\.(?:local|localhost|internal|test)$/.test(hostname);
}
