import GithubSlugger from 'github-slugger';
import type { Root as HtmlRoot } from 'hast';
import { isError, type Message, type Report, reportTo } from '../messages/message.ts';
import { code, nearestOr } from '../messages/nearest.ts';
import type { Rule } from '../messages/rules.ts';
import type { GivenClaim, GivenFact } from '../model/annotation.ts';
import { isIdentifier, toIdentifier } from '../model/identifier.ts';
import { type ExternalLink, pageAddress, type SiteLink } from '../model/link-check.ts';
import { wholeFile } from '../model/place.ts';
import type { Heading, Review } from '../model/review.ts';
import { blocksOf } from './blocks.ts';
import { parseBounded } from './bounds.ts';
import { takeCitations } from './citations.ts';
import type { Context, Parsing } from './context.ts';
import { type GivenDefinition, readDefinition } from './definitions.ts';
import { isDraft, readDraft } from './drafts.ts';
import { reportFootnotes } from './footnotes.ts';
import { takeFrontMatter } from './front-matter.ts';
import { reportUnsafeHtml } from './html.ts';
import { type PlacedMark, placedMarks, showing } from './marks.ts';
import { matchMarks } from './match-marks.ts';
import { reportNearMisses } from './near-misses.ts';
import { placeAt } from './place-of.ts';
import { reportLongQuotations } from './quotations.ts';
import { readMarks } from './read-marks.ts';
import { render, sharedDefinitions } from './render.ts';
import { identifiers, namedBy, takeBlocks } from './take-blocks.ts';
import { countWords, textOf } from './text-of.ts';
import { unlessTooDeep } from './too-deep.ts';
import { reportUnmatchedLinks } from './unmatched-links.ts';

/** One file as it came: `path` is relative to the content folder. */
export interface SourceFile {
  readonly path: string;
  readonly value: string;
}

/** What a file gave, however broken. */
export interface Parsed {
  /** Absent when the front matter cannot be read. */
  readonly review: Review | undefined;
  readonly messages: readonly Message[];
  /** Ids that what is not in the review defines or bears on, broken as it is; what refers to them is no further mistake. */
  readonly broken: ReadonlySet<string>;
  /** Ids that a block with an error in it names: what is said of them may not be all. */
  readonly unsure: ReadonlySet<string>;
  /** Whether a block lost its id, so that an id which nothing defines may be its own. */
  readonly hasNameless: boolean;
  /** The addresses of other sites in it, each once. */
  readonly links: readonly ExternalLink[];
  /** The addresses of this site in it. */
  readonly siteLinks: readonly SiteLink[];
}

/** Parses a Markdown review. Pure: the same file and context give the same review and the same messages. */
export function parseReview(file: SourceFile, context: Context): Parsed {
  const messages: Message[] = [];
  const parsed = unlessTooDeep(() => parse(file, context, messages), file.path, reportTo(messages));
  if (parsed) return parsed;
  const broken = new Set(file.value.match(identifiers));
  return { review: undefined, messages, broken, unsure: new Set(), hasNameless: true, links: [], siteLinks: [] };
}

function parse({ path, value }: SourceFile, context: Context, messages: Message[]): Parsed | undefined {
  const { references } = context;
  const report = reportTo(messages);
  const { meta, body, placeOf } = takeFrontMatter(path, value, report);
  const slug = path.replace(/^.*\//, '').replace(/\.md$/, '');
  if (!isIdentifier(slug)) {
    report('malformed-id', wholeFile(path), {
      found: `file name ${code(`${slug}.md`)}`,
      expected: `lower-case letters, digits and single hyphens, for it becomes the address: ${code(`${toIdentifier(slug) ?? 'review'}.md`)}`,
    });
  }
  const language = meta?.language ?? references.site.language;
  const parsing: Parsing = {
    ...context,
    path,
    source: body,
    language,
    report,
    used: new Map(),
    links: new Map(),
    siteLinks: [],
  };
  const work = meta && references.works.get(meta.work);
  if (meta?.updated && meta.updated < meta.published) {
    report('bad-front-matter', placeOf('updated'), {
      found: `${code(meta.updated)} as \`updated\`, which is before \`published\``,
      expected: `${code(meta.published)} or a later day, or no \`updated\``,
    });
  }
  if (meta && !work) {
    report('unknown-work', placeOf('work'), {
      found: `work ${code(meta.work)}`,
      expected: nearestOr(meta.work, references.works.keys(), 'the id of a work in works.yaml'),
    });
  }

  const tree = parseBounded(parsing);
  if (!tree) return undefined;
  const nearMisses = reportNearMisses(tree, parsing);
  reportUnsafeHtml(tree, parsing);
  reportFootnotes(tree, parsing);
  reportUnmatchedLinks(tree, parsing);
  const shared = sharedDefinitions(tree);
  const { blocks: taken, unclosed } = takeBlocks(tree, parsing);
  const { true: unfinished = [], false: blocks = [] } = Object.groupBy(taken, (block) => `${isDraft(block)}` as const);
  const drafts = unfinished.flatMap((block) => readDraft(block, parsing) ?? []);
  takeCitations(tree, parsing, false);
  reportLongQuotations(tree, parsing);
  const unsure = new Set<string>();
  const read = blocks.map((block) => {
    const before = messages.length;
    // What an unclosed block lacks may stand behind it.
    const given = unclosed.has(block) ? { ...parsing, report: without('empty-definition', report) } : parsing;
    const definition = readDefinition(block, shared, work, given);
    if (messages.slice(before).some(isError)) for (const id of namedBy(block)) unsure.add(id);
    return [block, definition] as const;
  });
  const definitions = read.flatMap(([, definition]) => definition ?? []);
  const dropped = read.flatMap(([block, definition]) => (definition && meta ? [] : namedBy(block)));

  const marks = readMarks(tree, new Set(drafts.map(({ id }) => id)), parsing);
  const html = render(tree.children, shared, parsing, slug, marks.keyOf);
  const headings = nameHeadings(html);
  const placed = placedMarks(html, marks.byKey);
  const hasNameless = blocks.some((block) => !block.attributes?.['id'] && block.name !== 'correction');
  const isIncomplete = hasNameless || marks.hasNameless || unclosed.size > 0 || nearMisses !== undefined;
  const undefinedIds = matchMarks(marks.byKey.values(), placed, blocks, isIncomplete, parsing);
  const claims = inReadingOrder(ofKind(definitions, 'claim'), placed);
  const facts = inReadingOrder(ofKind(definitions, 'fact'), placed);
  const showings = new Map(
    [claims, facts].flatMap((list) => list.map((one, index) => [one.id, showing(one, index + 1, references)] as const)),
  );
  const rendered = blocksOf(html, placed, (id) => showings.get(id), parsing);
  if (meta && !meta.withdrawn && rendered.length === 0 && taken.length === 0 && !nearMisses) {
    report('unreadable-file', placeAt(path, value, value.trimEnd().length), {
      found: 'a review without a text',
      expected: 'prose behind the front matter',
    });
  }
  const review: Review | undefined = meta && {
    slug,
    path,
    meta,
    blocks: rendered,
    headings,
    wordCount: rendered.reduce((sum, { text }) => sum + countWords(text), 0),
    claims,
    facts,
    corrections: ofKind(definitions, 'correction'),
    withdrawals: ofKind(definitions, 'withdrawn'),
    drafts,
    images: [...parsing.used.values()],
  };
  return {
    review,
    messages,
    broken: new Set([...dropped, ...(nearMisses ?? []), ...undefinedIds]),
    unsure,
    hasNameless,
    links: [
      ...(meta?.original ? [{ url: pageAddress(meta.original.url), place: placeOf('original') }] : []),
      ...parsing.links.values(),
    ],
    siteLinks: parsing.siteLinks,
  };
}

function without(rule: Rule, report: Report): Report {
  return (given, ...message) => given === rule || report(given, ...message);
}

function ofKind<Kind extends GivenDefinition['kind']>(definitions: readonly GivenDefinition[], kind: Kind) {
  return definitions.filter((one): one is Extract<GivenDefinition, { kind: Kind }> => one.kind === kind);
}

/** By first passage; what has none follows in the order of the file. */
function inReadingOrder<Given extends GivenClaim | GivenFact>(
  given: readonly Given[],
  placed: readonly PlacedMark[],
): Given[] {
  const order = new Map<string, number>();
  for (const { mark } of placed) if (!order.has(mark.id)) order.set(mark.id, order.size);
  const rank = ({ id }: Given) => order.get(id) ?? order.size;
  return [...given].sort((a, b) => rank(a) - rank(b));
}

/** Gives every heading a fragment that no annotation can have. */
function nameHeadings(tree: HtmlRoot): Heading[] {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  for (const node of tree.children) {
    const depth = node.type === 'element' ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined;
    if (depth === undefined || node.type !== 'element') continue;
    const text = textOf(node).trim();
    const fragment = `section--${slugger.slug(text) || 'untitled'}`;
    node.properties['id'] = fragment;
    headings.push({ depth: Number(depth), text, fragment });
  }
  return headings;
}
