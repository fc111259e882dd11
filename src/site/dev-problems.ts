import { resolve } from 'node:path';
import { inOrder, type Message } from '../core/messages/message.ts';
import type { SourceOf } from '../core/messages/report-terminal.ts';
import { summary, wordsOf } from '../core/messages/report-text.ts';
import { sourceFrame } from '../core/messages/source-frame.ts';
import type { Library, ReviewEntry } from '../core/model/library.ts';
import type { Problem, Problems } from '../core/model/live-preview.ts';
import { readSettings, routesFor, shownPath } from './settings.ts';
import { wordsFor } from './text.ts';

/** What open pages are told of the problems of the content. `lastGood` is what they are made of, `isStale` whether that is an older text. */
export function problemsOf(
  messages: readonly Message[],
  sourceOf: SourceOf,
  lastGood: Library | undefined,
  isStale: boolean,
): Problems {
  const words = wordsFor(lastGood?.site.language ?? 'en').livePreview;
  return {
    summary: summary(messages),
    note: isStale ? words.stale : words.fresh,
    show: words.show,
    list: inOrder(messages).map((message) => problemOf(message, sourceOf, lastGood)),
  };
}

function problemOf(message: Message, sourceOf: SourceOf, lastGood: Library | undefined): Problem {
  const { severity, rule, place } = message;
  const settings = readSettings();
  const routes = routesFor(settings);
  const review = [...(lastGood?.reviews.values() ?? [])].find(
    ({ path }) => shownPath(settings.contentDir, path) === place.path,
  );
  const { line, column } = place.start;
  return {
    severity,
    rule,
    place: `${place.path}:${line}:${column}`,
    file: `${resolve(place.path)}:${line}:${column}`,
    words: wordsOf(message),
    help: `${routes.path('/write/rules/')}#${rule}`,
    frame: frameOf(message, sourceOf),
    page: review && routes.review(review.slug),
    fragment: review && nearestPassage(review, line),
  };
}

function frameOf({ place }: Message, sourceOf: SourceOf): Problem['frame'] {
  const text = sourceOf(place.path);
  const frame = text === undefined ? undefined : sourceFrame(text.split('\n'), place, 110);
  if (!frame) return undefined;
  const { line, column, length } = frame;
  return {
    before: line.slice(0, column),
    meant: line.slice(column, column + length) || ' ',
    after: line.slice(column + length),
  };
}

/** The fragment of the passage that a line of a review is nearest to: that of the definition it is in, or the one before it. */
function nearestPassage({ claims, facts }: ReviewEntry, line: number): string | undefined {
  const spots = [...claims, ...facts].flatMap(({ place, source, passages, ...rest }) => {
    const fragment =
      passages[0]?.fragment ?? ('bearings' in rest ? rest.bearings[0]?.claim.passages[0]?.fragment : undefined);
    if (fragment === undefined) return [];
    const inDefinition = { start: place.start.line, end: place.start.line + source.split('\n').length - 1, fragment };
    return [
      inDefinition,
      ...passages.map((one) => ({ start: one.place.start.line, end: one.place.start.line, fragment: one.fragment })),
    ];
  });
  const holding = spots.find(({ start, end }) => start <= line && line <= end);
  const before = spots.filter(({ start }) => start <= line).sort((a, b) => b.start - a.start)[0];
  return (holding ?? before)?.fragment;
}
