import { type Message, type Report, reportTo } from '../messages/message.ts';
import { code } from '../messages/nearest.ts';
import type { Library } from '../model/library.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { Revision } from '../model/revision.ts';
import { type MeaningChange, meaningChanges, type Names, namesOf } from './meaning-changes.ts';
import { type Difference, differences, type Lost, type Pending, type Published } from './pending.ts';
import { differenceAsText } from './word-difference.ts';
import { sameText } from './words.ts';

/** What cannot be told because something else is wrong: files with errors, ids in blocks that could not be read. */
export interface Unsure {
  readonly hasErrors: (path: string) => boolean;
  readonly isBroken: (id: string) => boolean;
}

/**
 * Holds a site against its ledger: ids that are gone or used for something else, edits that are not recorded. What was never
 * recorded is no mistake; one warning counts it.
 */
export function checkLedger(
  path: string,
  revisions: readonly Revision[],
  library: Published & Pick<Library, 'people'>,
  { hasErrors, isBroken }: Unsure,
): readonly Message[] {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const found = differences(revisions, library);
  const names = namesOf(library.people.values());
  for (const lost of found.lost) {
    if (lost.by ? !hasErrors(lost.by.place.path) : !isBroken(lost.before.id)) reportLost(lost, found, report);
  }
  for (const pending of found.pending) {
    if (pending.event !== 'published' && !hasErrors(pending.place.path)) reportPending(pending, names, report);
  }
  const unrecorded = found.pending.filter(({ event, kind }) => event === 'published' && kind !== 'review').length;
  if (unrecorded > 0) {
    report('unrecorded-annotation', wholeFile(path), {
      found: `${unrecorded === 1 ? 'annotation that is' : `${unrecorded} annotations that are`} not in the ledger yet`,
      expected: `\`npm run record\` before ${unrecorded === 1 ? 'it is' : 'they are'} published`,
    });
  }
  return messages;
}

function reportLost({ before, by }: Lost, { pending }: Difference, report: Report): void {
  const { id, kind, place, event } = before;
  if (by) {
    const fate = event === 'withdrawn' ? ' that was withdrawn' : kind === by.kind ? ' that has another id now' : '';
    report('reused-id', by.place, {
      found: `id ${code(id)}, under which ${kind === by.kind ? 'another' : 'a'} ${kind}${fate} was published`,
      expected: 'an id of its own, for links to the old one are answered for good',
      cause: place,
    });
    return;
  }
  const heir = pending.find(
    (one) => one.event === 'published' && one.kind === kind && sameText(one.statement, before.statement),
  );
  const was = kind === 'review' ? `\`was: ${id}\` in the front matter of` : `\`was=${id}\` on`;
  const withdrawn =
    kind === 'review'
      ? '`withdrawn` with date and reason in its own'
      : `\`:::withdrawn{#${id} date=…}\` with the reason`;
  report('lost-id', place, {
    found: `loss of the ${kind} ${code(id)}, which was published`,
    expected: heir
      ? `${was} ${code(heir.id)}, which says the same`
      : `it back, or ${was} the ${kind} it went into, or ${withdrawn}`,
  });
}

function reportPending(pending: Pending, names: Names, report: Report): void {
  const { event, id, from = '', place, before } = pending;
  const say = (what: string, expected: string, why = '', at = place) =>
    report('unrecorded-change', at, { found: `${what} that is not recorded${why}`, expected, cause: before?.place });
  if (event === 'renamed') say(`change of the id ${code(from)} to ${code(id)}`, record);
  if (event === 'merged') say(`merger of ${code(from)} into ${code(id)}`, recordWhy);
  if (event === 'withdrawn') say(`withdrawal of ${code(id)}`, record);
  if (event === 'restored') say(`return of ${code(id)} (it was withdrawn)`, recordWhy);
  if (pending.isForked) {
    report('unrecorded-change', place, {
      found: `two changes of ${code(id)}, recorded on different branches`,
      expected: `${recordWhy}, once the review says what holds`,
      cause: before?.place,
    });
  } else if (event === 'changed' && before) {
    for (const { what, why, at } of editsOf(pending, before, names)) {
      say(`${what} ${code(id)}`, `${recordWhy}, or what was recorded`, why && ` (${why})`, at);
    }
  }
}

const record = '`npm run record`';
const recordWhy = '`npm run record -- --note "why"`';

interface Edit {
  readonly what: string;
  readonly why: string;
  readonly at?: Place | undefined;
}

function editsOf(pending: Pending, before: Revision, names: Names): Edit[] {
  const edits: Edit[] = [];
  if (!sameText(before.statement, pending.statement)) {
    const what = pending.kind === 'claim' ? 'edit of the statement of' : 'edit of the text of';
    edits.push({ what, why: reasonOf(before.statement, pending.statement, names) });
  }
  if (before.verdict !== pending.verdict) {
    const why = `${code(before.verdict ?? '')} → ${code(pending.verdict ?? '')}`;
    edits.push({ what: 'change of the verdict on', why });
  }
  const has = (texts: readonly string[]) => (text: string) => !texts.some((one) => sameText(one, text));
  const gone = before.passages.filter(has(pending.passages));
  for (const now of pending.passages.filter(has(before.passages))) {
    const at = pending.passagePlaces[pending.passages.indexOf(now)];
    const old = gone.shift();
    if (old === undefined) edits.push({ what: 'new passage of', why: differenceAsText('', now), at });
    else edits.push({ what: 'edit of a passage of', why: reasonOf(old, now, names), at });
  }
  for (const old of gone) edits.push({ what: 'loss of a passage of', why: differenceAsText(old, '') });
  return edits.length > 0 ? edits : [{ what: 'change in the number of like passages of', why: '' }];
}

/** What an edit changes: its meaning, by kind, or else its words. */
function reasonOf(before: string, after: string, names: Names): string {
  const changes = meaningChanges(before, after, names);
  return changes.length === 0 ? differenceAsText(before, after) : `it ${changes.map(changeAsText).join('; it ')}`;
}

function changeAsText({ kind, before, after }: MeaningChange): string {
  if (before === undefined) return `adds a ${kind}: ${after}`;
  if (after === undefined) return `drops a ${kind}: ${before}`;
  return `changes a ${kind}: ${before} → ${after}`;
}
