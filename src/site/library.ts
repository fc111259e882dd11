import type { Ledger } from '../core/ledger/read-ledger.ts';
import { type ContentFiles, createLibrary, type LibraryOptions, type Parsed } from '../core/library/create-library.ts';
import { isError, type Message } from '../core/messages/message.ts';
import type { SourceOf } from '../core/messages/report-terminal.ts';
import { reportAsText } from '../core/messages/report-text.ts';
import type { Library } from '../core/model/library.ts';
import type { Routes } from '../core/model/routes.ts';
import { ContentError } from './content-error.ts';
import { createHighlight } from './highlight.ts';
import { type Parser, parser as plainParser } from './keep-parsed.ts';
import { keepLibrary, keptLibrary } from './kept-library.ts';
import { readImages } from './pictures/read-images.ts';
import { readContent } from './read-content.ts';
import { readSettings, routesFor, type Settings, shownPath } from './settings.ts';
import { timed } from './stage-times.ts';

/** Everything a page needs: what the site says, its addresses, and what the check found (warnings, in a build). */
export interface LoadedLibrary {
  readonly library: Library;
  readonly routes: Routes;
  readonly messages: readonly Message[];
  /** What was recorded, for the next to be put on. */
  readonly ledger: Ledger;
  /** The text of a file that a message names. */
  readonly sourceOf: SourceOf;
  readonly reading: Reading;
}

/** A content folder, read and parsed: what the library is made of. */
export interface Reading {
  readonly content: ContentFiles;
  readonly parsed: readonly Parsed[];
  /** What could not be read at all. */
  readonly unreadable: readonly Message[];
}

/** A content folder that is read and parsed, and the library that is made of it. */
export interface ParsedContent {
  readonly reading: Reading;
  readonly library: () => Promise<LoadedLibrary>;
}

/**
 * Reads, parses and collects the content of these settings, whatever is wrong with it. The paths of the messages are
 * those an author can open from where the command was given.
 */
export async function readLibrary(settings: Settings, how?: HowToRead): Promise<LoadedLibrary> {
  return (await parseContent(settings, how)).library();
}

/** The first half of `readLibrary`, for who can begin with what was read before it is collected. */
export async function parseContent(
  settings: Settings,
  { isTextOnly, parser = plainParser }: HowToRead = {},
): Promise<ParsedContent> {
  const { content, messages: unreadable } = await timed('read', async () => {
    const { content: texts, messages } = readContent(settings.contentDir);
    return { content: { ...texts, images: await readImages(settings.contentDir) }, messages };
  });
  const options = { ...(await optionsFor(content, settings, parser)), isTextOnly };
  const parsed = await timed('parse', () => parser.reviews(content, options));
  const reading = { content, parsed, unreadable };
  return { reading, library: () => timed('collect', () => collected(reading, options, settings)) };
}

interface HowToRead extends Pick<LibraryOptions, 'isTextOnly'> {
  readonly parser?: Parser;
}

/** The library of what another thread has read, and found in order. */
export async function libraryOf(reading: Reading, settings: Settings): Promise<LoadedLibrary> {
  return collected(
    reading,
    { ...(await optionsFor(reading.content, settings, plainParser)), isChecked: true },
    settings,
  );
}

async function optionsFor(content: ContentFiles, settings: Settings, parser: Parser) {
  const routes = routesFor(settings);
  const references = parser.references(content, routes);
  return { routes, highlight: await createHighlight(content), references };
}

function collected(
  reading: Reading,
  options: Awaited<ReturnType<typeof optionsFor>> & Pick<LibraryOptions, 'isChecked'>,
  { contentDir }: Settings,
): LoadedLibrary {
  const { content, parsed, unreadable } = reading;
  const { library, messages, ledger } = createLibrary(content, { ...options, parsed });
  const passedOver = new Set(unreadable.map((message) => message.place.path));
  const isConsequence = ({ rule, place }: Message) =>
    passedOver.has(place.path) || (rule === 'lost-id' && passedOver.size > 0);
  const all = [...unreadable, ...messages.filter((message) => !isConsequence(message))];
  return {
    library,
    routes: options.routes,
    ledger,
    messages: withShownPaths(all, contentDir),
    sourceOf: sourcesOf(content, contentDir),
    reading,
  };
}

/** The library of this run, read once a process. Throws as `withoutErrors` does. */
export function loadLibrary(): Promise<LoadedLibrary> {
  const kept = keptLibrary() ?? readLibrary(readSettings()).then(withoutErrors);
  keepLibrary(kept);
  return kept;
}

/** A library in which the check found no errors. Throws a `ContentError` whose message is the report when it did. */
export function withoutErrors(loaded: LoadedLibrary): LoadedLibrary {
  const { messages, sourceOf } = loaded;
  if (messages.some(isError)) throw new ContentError(reportAsText(messages).trimEnd(), { messages, sourceOf });
  return loaded;
}

/** Whether the author's guide is part of the site: while it is being written always, published where the site wants it. */
export function hasGuide({ library }: LoadedLibrary): boolean {
  return library.site.guide || process.env['NODE_ENV'] === 'development';
}

function sourcesOf({ references, reviews, pages, ledger }: ContentFiles, contentDir: string): SourceOf {
  const files = [
    ...references,
    ...[...reviews, ...pages, ...(ledger ? [ledger] : [])].map(({ path, value }) => [path, value] as const),
  ];
  const texts = new Map(files.map(([path, value]) => [shownPath(contentDir, path), value]));
  return (path) => texts.get(path);
}

function withShownPaths(messages: readonly Message[], contentDir: string): Message[] {
  const paths = new Map<string, string>(); // a file may have many messages
  const shown = (path: string) => {
    const name = paths.get(path) ?? shownPath(contentDir, path);
    paths.set(path, name);
    return name;
  };
  return messages.map((message) => {
    const { place, cause } = message;
    return {
      ...message,
      place: { ...place, path: shown(place.path) },
      ...(cause && { cause: { ...cause, path: shown(cause.path) } }),
    };
  });
}
