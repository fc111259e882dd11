import type { Severity } from '../../core/messages/rules.ts';
import type { Speaker } from '../../core/model/library.ts';
import type { Part, PartKind, Work, WorkType } from '../../core/model/references.ts';
import type { LedgerEvent } from '../../core/model/revision.ts';
import type { Confidence, Departure, Effect, SourceKind, Stance } from '../../core/model/vocabulary.ts';
import type { FacetName, SectionName } from '../../core/search/card.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('en');
const numbers = new Intl.NumberFormat('en');
const lists = new Intl.ListFormat('en', { type: 'conjunction' });
const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

const workKinds: Readonly<Record<WorkType, string>> = {
  TVSeries: 'television series',
  Movie: 'film',
  Book: 'book',
  VideoGame: 'game',
  Play: 'play',
  RadioSeries: 'radio series',
  PodcastSeries: 'podcast',
  CreativeWork: 'work',
};

const theWork: Readonly<Record<WorkType, string>> = {
  TVSeries: 'the series',
  Movie: 'the film',
  Book: 'the book',
  VideoGame: 'the game',
  Play: 'the play',
  RadioSeries: 'the radio series',
  PodcastSeries: 'the podcast',
  CreativeWork: 'the work',
};

const aWork: Readonly<Record<WorkType, string>> = {
  TVSeries: 'a series',
  Movie: 'a film',
  Book: 'a book',
  VideoGame: 'a game',
  Play: 'a play',
  RadioSeries: 'a radio series',
  PodcastSeries: 'a podcast',
  CreativeWork: 'a work',
};

const credits: Readonly<Record<string, string>> = {
  director: 'directors',
  writer: 'writers',
  author: 'authors',
  producer: 'producers',
  composer: 'composers',
  cinematographer: 'cinematographers',
  editor: 'editors',
  designer: 'designers',
  'production company': 'production companies',
  'production designer': 'production designers',
  'assistant director': 'assistant directors',
  screenwriter: 'screenwriters',
  showrunner: 'showrunners',
  adviser: 'advisers',
  'historical adviser': 'historical advisers',
  narrator: 'narrators',
  presenter: 'presenters',
  translator: 'translators',
  illustrator: 'illustrators',
};

/** Every word of the interface, but for the search page's; what a site says itself (verdicts, topics, names) stands in its content. */
export const english = {
  /** Language and country, as Open Graph has them. */
  locale: 'en_GB',
  capital,
  list: (items: readonly string[]) => lists.format(items),
  number: (count: number) => numbers.format(count),

  skip: 'Skip to the content',
  title: (page: string, site: string) => `${page} – ${site}`,
  nav: {
    main: 'Main',
    about: 'About this site',
    reviews: 'Reviews',
    claims: 'Claims',
    people: 'People',
    works: 'Works',
    timeline: 'Timeline',
    methodology: 'How we rate',
    corrections: 'Corrections',
    sources: 'Sources',
    data: 'Data',
    search: 'Search',
    write: 'Writing a review',
    questions: 'Questions',
  },
  footer:
    'Every claim in every review, and every claim of the work it reviews, is rated against the record and keeps its address for good.',

  count: {
    claims: (count: number) => plural(count, { one: 'claim', other: 'claims' }),
    facts: (count: number) => plural(count, { one: 'fact', other: 'facts' }),
    sources: (count: number) => plural(count, { one: 'source', other: 'sources' }),
    checked: (count: number) => plural(count, { one: 'claim checked', other: 'claims checked' }),
    episodes: (count: number) => plural(count, { one: 'episode', other: 'episodes' }),
    uses: (count: number) => plural(count, { one: 'use', other: 'uses' }),
  },

  /** The one who speaks, as a noun phrase inside a sentence. */
  speaker: (by: Speaker, work: WorkType) =>
    by.role === 'person' ? by.person.name : by.role === 'work' ? theWork[work] : 'this review',
  /** The same away from the review, where "this review" would point at nothing. */
  speakerElsewhere: (by: Speaker, work: WorkType) =>
    by.role === 'person' ? by.person.name : by.role === 'work' ? theWork[work] : 'the review',
  theWork: (work: WorkType) => theWork[work],
  theReview: 'the review',
  thisReview: 'this review',
  theRecord: 'the record',
  peopleQuoted: 'people quoted',
  says: (speaker: string) => `${capital(speaker)} says`,
  /** A credit of a work; the roles are the content's own words, their plurals known for the usual ones. */
  credit: (role: string, count: number) => capital(count === 1 ? role : (credits[role] ?? role)),
  workKind: (work: WorkType): string => workKinds[work],
  /** What a work is, beside its title: "film, 1928". */
  workOf: ({ type, published }: Pick<Work, 'type' | 'published'>) =>
    [workKinds[type], published?.slice(0, 4)].filter(Boolean).join(', '),

  confidence: { high: 'High', medium: 'Medium', low: 'Low' } satisfies Record<Confidence, string>,
  confidenceOf: (confidence: Confidence) => `confidence ${confidence}`,
  departure: {
    invention: 'invention',
    compression: 'compression',
    composite: 'composite',
    omission: 'omission',
    anachronism: 'anachronism',
    reattribution: 'reattribution',
    chronology: 'change of chronology',
    exaggeration: 'exaggeration',
  } satisfies Record<Departure, string>,
  effect: { blames: 'Blames', clears: 'Clears', exalts: 'Exalts', erases: 'Erases' } satisfies Record<Effect, string>,
  effectPast: { blames: 'Blamed', clears: 'Cleared', exalts: 'Exalted', erases: 'Erased' } satisfies Record<
    Effect,
    string
  >,
  stance: { refutes: 'Refutes', supports: 'Supports', qualifies: 'Qualifies' } satisfies Record<Stance, string>,
  sourceKind: {
    primary: 'Primary documents',
    scholarship: 'Scholarship',
    memoir: 'Memoirs',
    press: 'Press',
    criticism: 'Criticism of the works',
    reference: 'Reference',
    web: 'Web',
  } satisfies Record<SourceKind, string>,

  strip: {
    label: 'Every claim in reading order',
    cell: (number: string, speaker: string, statement: string) => `${number}. ${capital(speaker)}: ${statement}`,
    of: 'of',
    stand: 'claims stand against the record, or cannot be shown from it.',
    above: (speaker: string) => `Above the line: ${speaker}`,
    below: (speaker: string) => `Below it: ${speaker}`,
    aboveToo: 'Above it too: people quoted',
    each: (speaker: string) => `Each bar: a claim ${speaker} makes`,
    key: 'The line is the record; the longer the bar, the further from it.',
  },

  lens: {
    open: 'Choose what is marked: speaker, strictness, verdicts',
    chosen: '(your choice is in force)',
    label: 'What is marked',
    who: 'Who speaks',
    everyone: 'Everyone',
    both: 'Both',
    people: 'People quoted',
    strict: 'How strict to be',
    truth: 'Only the absolute truth',
    licence: 'Fair dramatic licence',
    spirit: 'The spirit of it',
    explain: (work: string) => `Licence is for ${work}. The review is held to the truth at every setting.`,
    verdicts: 'Verdicts shown',
    copy: 'Copy link to this view',
  },

  review: {
    kind: 'Review',
    skip: 'Skip to the text of the review',
    theWork: 'The work',
    firstShown: 'First shown',
    firstPublished: 'Published',
    by: 'Review by',
    updated: (date: string) => `updated ${date}`,
    checked: (parts: readonly string[]) => (parts.length > 0 ? `, ${parts.join(', ')}.` : '.'),
    share: (count: number, speaker: string) => (count > 0 ? [`${numbers.format(count)} by ${speaker}`] : []),
    retelling: 'An annotated retelling of',
    notesOurs: 'The notes are ours.',
    contents: 'Contents',
    minutes: (minutes: number) => plural(minutes, { one: 'minute’s reading', other: 'minutes’ reading' }),
    corrections: 'Corrections to this review',
    allClaims: 'All claims as a list',
    ofTheWork: (work: WorkType) => `Every claim of ${theWork[work]}, and whom it serves`,
  },
  note: {
    claim: (speaker: string, verdict: string) => `Claim by ${speaker}, rated ${verdict.toLowerCase()}`,
    fact: 'A fact of the record',
    link: (number: string) => `Claim ${number}`,
    factLink: (number: string) => `Fact ${number}`.trim(),
    more: (count: number) => `and ${numbers.format(count)} more`,
    back: 'Back to the text',
    backOf: (number: string) => `Back to the text at ${number}`,
    pass: 'Let pass at the strictness you chose.',
  },
  /** What the page a link leads to says first. */
  preview: { open: 'Open the page', close: 'Close' },
  letterKeys: 'Keys of a single letter',
  /** Stepping from annotation to annotation in a review. */
  step: {
    label: 'Step through the annotations',
    claim: (number: string, of: string, speaker: string, verdict: string) =>
      `Claim ${number} of ${of}, ${speaker}: ${verdict}`,
    fact: (number: string, speaker: string) => `Fact ${number}, ${speaker}`,
    previous: 'Previous',
    previousHint: 'Previous annotation (p or k)',
    next: 'Next',
    nextHint: 'Next annotation (n or j)',
    return: 'Return',
    returnHint: 'Return to where you were (Esc)',
    keys: 'Keys',
    first: 'No annotation before this one.',
    last: 'No annotation after this one.',
    returned: 'Back where you were.',
    help: 'Keys',
    helpOn: [
      [['n', 'j'], 'Next annotation'],
      [['p', 'k'], 'Previous annotation'],
      [['o', 'Enter'], 'Open its note'],
      [['Esc'], 'Close the note, then return to where you were'],
      [['/'], 'Search'],
      [['?'], 'This help'],
    ] as readonly (readonly [readonly string[], string])[],
    close: 'Close',
  },

  claim: {
    kick: (number: string) => `claim ${number}`,
    title: (verdict: string, statement: string) => `${verdict}: ${statement.replace(/\.$/, '')}`,
    description: (speaker: string, verdict: string, answer: string) =>
      `A claim by ${speaker}, rated ${verdict.toLowerCase()} against the record. ${answer}`.trimEnd(),
    recordSays: 'The record says',
    confidence: 'Confidence',
    departure: 'Kind of departure',
    effect: 'What it does',
    about: 'About',
    when: 'When, as told',
    where: 'Where in the work',
    work: 'The work',
    at: (time: string) => `at ${time}`,
    page: (page: string) => `${/[-–]/.test(page) ? 'pp.' : 'p.'}\u00a0${page.replace('-', '–')}`,
    topics: 'Topics',
    via: 'Imported from',
    shown: 'How it is told',
    record: 'The record',
    passages: 'Where it stands',
    related: 'Beside it',
    same: 'The same matter in other works',
    sources: 'Sources',
    permalink: 'Permanent link',
    readInPlace: 'Read it in its place',
    undated: 'No date',
  },
  fact: {
    kick: (number: string) => `fact ${number}`.trim(),
    stamp: 'On the record',
    bearings: 'What it bears on',
    when: 'When',
  },
  /** What happened to an annotation since it was published. */
  history: {
    title: 'History',
    events: {
      published: () => 'published',
      changed: () => 'changed',
      renamed: (from) => `renamed, formerly ${from}`,
      merged: (from) => `joined by ${from}`,
      withdrawn: () => 'withdrawn',
      restored: () => 'restored',
    } satisfies Record<LedgerEvent, (from: string) => string>,
    said: (id: string) => `“${id}” said:`,
    entry: (revision: number, event: string) => `Revision ${numbers.format(revision)}: ${event}`,
    statement: 'Statement',
    text: 'Text',
    passages: 'Passage',
    verdict: 'Verdict',
    removed: 'removed:',
    added: 'added:',
    before: 'before:',
    after: 'after:',
  },
  /** To a visitor whose link is older than what the page says. */
  since: {
    label: 'This has changed since your link was made',
    shared: (revision: number, date: string) =>
      `The link you followed was shared when revision ${numbers.format(revision)} of ${date} was current.`,
    sharedAs: (id: string, revision: number, date: string) =>
      `The link you followed leads to “${id}”, which has been merged into what stands below. It was shared when revision ${numbers.format(revision)} of ${date} was current.`,
    said: 'It said:',
    now: 'Now it says:',
    same: 'It says the same now.',
    withdrawn: 'It has been withdrawn.',
    verdictThen: 'The verdict then:',
    verdictNow: 'and now:',
    verdictSame: 'The verdict then and now:',
    event: (event: string, date: string) => `${capital(event)} on ${date}`,
    all: 'All that has changed',
    former: (id: string) => `The link you followed leads to a former address, “${id}”`,
    renamed: 'What was published there has this address now.',
    merged: 'What was published there has been merged into what stands below.',
    choose: 'What it said, by the time the link was made:',
    revision: (revision: number, date: string) => `revision ${numbers.format(revision)} of ${date}`,
  },
  moved: {
    title: 'Moved',
    text: 'What was published at this address has another one now.',
  },
  withdrawn: {
    stamp: 'Withdrawn',
    title: (id: string) => `Withdrawn: ${id}`,
    text: 'This annotation was taken back. Its address stays, so that links to it are answered.',
    reviewText:
      'This review was taken back, with all that it claimed. Its address stays, so that links to it are answered.',
    when: 'Withdrawn on',
    review: 'It stood in',
  },

  claims: {
    title: 'Claims',
    deck: (count: string) => `${count}, each with its verdict, its sources and an address of its own.`,
    description: 'Every claim on this site, by verdict.',
    byVerdict: 'By verdict',
    byDecade: 'By decade',
    byPerson: 'By person',
    everyone: 'All people',
    lists: 'Lists of claims',
    ratedTitle: (verdict: string) => `Claims rated ${verdict.toLowerCase()}`,
    ratedDescription: (count: string, verdict: string) =>
      `${count} rated ${verdict.toLowerCase()}, with their sources.`,
    ofDecade: (decade: string) =>
      `What happened in the ${decade}: as it is told or, where it is told without a date, by the record.`,
    ofDecadeTitle: (decade: string) => `Claims about the ${decade}`,
    ofDecadeDescription: (count: string, decade: string) =>
      `${count} about what happened in the ${decade}, with verdicts and sources.`,
  },
  pages: {
    label: 'Pages',
    page: (page: number) => `Page ${numbers.format(page)}`,
    titled: (title: string, page: number) => (page > 1 ? `${title}, page ${numbers.format(page)}` : title),
    previous: 'Previous',
    next: 'Next',
    /** Which of the claims of a list stand on the page. */
    claims: (first: number, last: number, total: number) => {
      if (last - first + 1 === total) return english.count.claims(total);
      const range = first === last ? numbers.format(first) : `${numbers.format(first)}–${numbers.format(last)}`;
      return `${first === last ? 'Claim' : 'Claims'} ${range} of ${numbers.format(total)}`;
    },
  },
  people: {
    title: 'People',
    description: 'Everyone the claims and facts are about.',
    deck: 'Everyone the claims and facts are about.',
    line: (claims: number, facts: number) =>
      [claims > 0 && english.count.claims(claims), facts > 0 && english.count.facts(facts)].filter(Boolean).join(', '),
    kind: 'Person',
    native: 'In their own language',
    born: 'Born',
    died: 'Died',
    names: 'Also written',
    wikidata: 'Wikidata',
    claims: 'Claims',
    facts: 'On the record',
    effects: 'What each telling does to them',
    effectsNote: 'Departures from the record that blame, clear, exalt or erase them.',
    othersSay: 'Reviews and people quoted',
    work: 'Work',
  },
  works: {
    title: 'Works',
    description: 'The works under review.',
    deck: 'The films, series and books under review.',
    kind: 'Work',
    review: 'The review:',
    tally: 'How its claims fall',
    tallyNote: (count: string) =>
      `${count} of the work. What is easy to check is checked first, so a share is not a score.`,
    none: 'None',
    versions: (work: WorkType): string => (work === 'Book' ? 'Editions' : 'Versions'),
    version: (work: WorkType): string => (work === 'Book' ? 'Edition' : 'Version'),
    onlyIn: 'Claims that are taken from this one:',
    claims: 'Claims',
    number: 'Number',
    notPlaced: 'Not placed',
    nonePlaced: 'None placed yet',
    effects: 'Who gains by it',
    effectsNote: (count: string) =>
      `Of the ${count} that depart from the record: whom the departure blames, clears, exalts or erases.`,
    person: 'Person',
    about: 'The work',
    cast: 'With',
    country: 'Country',
    as: (role: string) => `as ${role}`,
    sources: 'Sources for this',
    nativeTitle: 'Title',
  },
  /** Episodes, scenes and chapters. */
  part: {
    kind: { episode: 'Episode', scene: 'Scene', chapter: 'Chapter' } satisfies Record<PartKind, string>,
    by: { episode: 'By episode', scene: 'By scene', chapter: 'By chapter' } satisfies Record<PartKind, string>,
    note: {
      episode: 'Each sign is one claim and leads to its page. Claims no source ties to an episode stand last.',
      scene: 'Each sign is one claim and leads to its page. Claims no source ties to a scene stand last.',
      chapter: 'Each sign is one claim and leads to its page. Claims that belong to no one chapter stand last.',
    } satisfies Record<PartKind, string>,
    unplaced: {
      episode: 'episode not yet established',
      scene: 'in no one scene',
      chapter: 'in no one chapter',
    } satisfies Record<PartKind, string>,
    /** In a list of them. */
    name: ({ kind, number, title }: Part) => {
      const numbered = number === undefined ? undefined : `${english.part.kind[kind]}\u00a0${number}`;
      return numbered && title ? `${numbered}: ${title}` : (title ?? numbered ?? '');
    },
    /** Behind the title of the work. */
    of: ({ kind, number, title }: Part) =>
      number === undefined ? `“${title ?? ''}”` : `${english.part.kind[kind].toLowerCase()} ${number}`,
  },
  /** The same matter in several works. */
  questions: {
    title: 'One question, several works',
    description: 'What the works under review say about the same matter, side by side and against the record.',
    descriptionOf: (title: string, works: string) => `${title} What ${works} say, side by side and against the record.`,
    deck: 'What the works under review say about the same matter, side by side. Each answer is rated against the record, and the record’s own stands under it.',
    note: 'What the works say about the same matter, and how each answer fares.',
    list: 'Questions',
    answers: 'The answers',
    others: 'Other questions',
    here: 'this claim',
  },
  sources: {
    title: 'Sources',
    description: 'The bibliography, from primary documents to the web.',
    deck: (count: string) => `${count}, in the order of weight we give them.`,
    cited: 'Where it is used',
    workOnly: 'Used for what is said of a work.',
    read: 'Read it',
    archived: 'Archived copy',
    readArchived: 'Read the archived copy',
    original: 'Original address',
    dead: (day: string) => `The original address gave no page on ${day}.`,
    bibtex: 'BibTeX',
    kindOf: 'Kind',
    label: 'Cited as',
    usedBy: 'Used',
  },
  timeline: {
    title: 'The record, by date',
    description: 'The record by date, beside the dates as told where they differ.',
    deck: 'What happened stands on the line. What a work or its review dates otherwise stands off it. A sign leads to another claim the fact bears on. Dates are New Style.',
    record: 'The record',
    told: 'As told',
    years: 'Years',
    as: (speaker: string) => `As ${speaker} has it`,
    /** What stands for the year and the decade of dates that are open at both ends. */
    before: 'Before',
    works: 'Works',
    allWorks: 'All works',
    ofWork: (work: string) => `The record beside ${work}, by date`,
    descriptionOf: (work: string) =>
      `The record by date, beside the dates in ${work} and its review where they differ.`,
    /** Of so many facts a work or its review gives another date. */
    otherwise: (count: number) => `${numbers.format(count)} dated otherwise`,
    moved: 'What is dated otherwise',
    /** A decade of a record that has this title. */
    titleIn: (title: string, decade: string) => `${title}: ${decade}`,
    descriptionIn: (facts: string, years: string, work?: string) =>
      `${facts} of the record, ${years}, beside the dates ${work ? `in ${work} and its review` : 'as told'} where they differ.`,
    /** The ways to what stands on the pages before and after. */
    beside: 'Earlier and later',
    earlier: (decade: string) => `Earlier: ${decade}`,
    later: (decade: string) => `Later: ${decade}`,
  },
  corrections: {
    title: 'Corrections',
    none: 'Nothing has had to be corrected yet.',
    description: 'What was changed on this site, when and why.',
  },
  data: {
    title: 'Data',
    description:
      'Every claim and fact of this site in open formats for machines, with a dictionary, schemas and a licence.',
    deck: (claims: string, facts: string) =>
      `${claims} and ${facts}, each with its sources, to be fetched and used by any program without asking.`,
    files: 'Files',
    file: 'File',
    format: 'Format',
    holds: 'What it holds',
    schema: 'Schema',
    kinds: {
      claims: 'Every claim with its verdict, evidence and passages.',
      facts: 'Every fact of the record with its sources and the claims it bears on.',
      claimReview: 'Every claim as a schema.org ClaimReview, as fact-check aggregators read it.',
      sources: 'The bibliography.',
      collection: (title: string) => `Every claim and fact of “${title}” as a Web Annotation on its passage.`,
      feed: 'New and changed claims.',
      corrections: 'What was corrected or withdrawn.',
      sitemap: 'Every page, with the day of its last change.',
      search: 'How a browser or a program asks the search.',
    },
    each: 'Each claim and fact',
    eachIntro:
      'The address of a page, without the slash at its end, leads on: with .json to the annotation, with .md to the Markdown its author wrote. Each page names both in its head.',
    page: 'Page',
    webAnnotation: 'Web Annotation',
    markdown: 'Markdown',
    panel: {
      open: 'Show its data and its source',
      claimReview: 'ClaimReview (schema.org)',
      citation: 'Citation (BibTeX)',
      lost: 'It could not be fetched. The link leads to it.',
      more: 'More about the data of this site',
    },
    review: 'Its review, as a collection',
    stable: 'What stays',
    stableText: [
      'An id that was published keeps its meaning and its addresses. A claim that gets a new id answers to the old one too; a claim that is taken back leaves a page that says so.',
      'The number in the name of a schema is raised when a program written for the last one would no longer understand the file. New columns may be added without it, so pass over what you do not know.',
    ],
    passages: 'Finding a passage',
    passagesText: [
      'An annotation names its passage twice: by its words, with enough of what stands before and after to be found only once, and by its place, counted in code points.',
      'Both refer to the text of one element of the review’s page. Take that element, leave out what carries the class for notes, and join the text of what remains:',
    ],
    example: 'An example',
    exampleText: 'How many claims carry each verdict, in JavaScript:',
    dictionary: {
      claims: 'Columns of the claims',
      facts: 'Columns of the facts',
      intro:
        'CSV and JSON have the same columns. Where there is nothing, JSON has null or an empty list, CSV an empty cell. In CSV a list of ids is joined by spaces, a list of texts by line feeds. An apostrophe stands before a text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a carriage return); JSON has the text as it is.',
      spreadsheet: 'The CSV is UTF-8: in Excel, import it by Data, From Text/CSV.',
      column: 'Column',
      type: 'Type',
      meaning: 'Meaning',
    },
    types: {
      id: 'id',
      ids: 'list of ids',
      text: 'text',
      texts: 'list of texts',
      uri: 'address',
      date: 'date',
      edtf: 'EDTF date',
      integer: 'whole number',
      number: 'number',
    },
    always: 'never empty',
    licence: 'Licence',
    licenceText: 'All of it is published under this licence:',
    noLicence: 'No licence is given; ask the publisher.',
    cite: 'How to cite',
    citeText:
      'A claim is cited by its page, which is permanent and offers the citation in the usual formats. For the whole, name the site, the file and the day you fetched it:',
    citeExample: (publisher: string, title: string, address: string) => `${publisher}. ${title}. ${address}.`,
    titles: {
      claims: (site: string) => `${site}: claims`,
      facts: (site: string) => `${site}: facts`,
    },
    feed: {
      title: (site: string) => `${site}: claims`,
      description: 'New and changed claims, with their verdicts.',
      entry: (verdict: string, statement: string) => `${verdict}: ${statement}`,
      text: (speaker: string, statement: string, verdict: string, answer: string) =>
        `${capital(speaker)}: ${statement} The record says: ${verdict.toLowerCase()}. ${answer}`.trimEnd(),
    },
    corrections: {
      title: (site: string) => `${site}: corrections`,
      description: 'What was changed or taken back, when and why.',
      entry: (name: string) => `Corrected: ${name}`,
      changed: (name: string) => `Changed: ${name}`,
      verdictNow: (before: string, now: string) =>
        `The verdict was ${before.toLowerCase()} and is ${now.toLowerCase()}.`,
      wordingNow: (before: string, now: string) => `It said: ${before} It says: ${now}`,
    },
    /** What the columns of the tables of claims and facts mean. */
    columns: {
      id: 'Permanent id, unique on this site.',
      url: 'The page, which is the permanent link.',
      annotation: 'The same as a W3C Web Annotation.',
      review: 'Id of the review it stands in.',
      number: 'Its number in the review, in reading order; claims and facts count apart.',
      work: 'Id of the work reviewed.',
      by: 'Who makes the claim: work, review, or the id of a person.',
      speaker: 'The same by name: the title of the work, the author of the review, the person.',
      statement: 'The exact statement that is rated.',
      detail: 'How it is told or shown.',
      verdict: 'Id of the verdict.',
      verdictLabel: 'The verdict as readers see it.',
      rating: 'The verdict as a number from 1 (worst) to 5 (best); none for a verdict off the scale.',
      confidence: 'How strong the evidence is.',
      departures: 'In what way the telling departs from the record.',
      partKind: 'What the work is divided into: episodes, scenes or chapters.',
      part: 'The number or id of the part.',
      partTitle: 'Its title.',
      at: 'Timecode in the work.',
      page: 'Page of the work, or the first and the last.',
      version: 'The version or edition of the work, where others may differ.',
      when: 'When, as it is told or recorded: EDTF, New Style.',
      whenFirst: 'First day that the date may stand for.',
      whenLast: 'Last day that the date may stand for.',
      about: 'Ids of the people it is about.',
      topics: 'Ids of its topics.',
      blames: 'Ids of the people whom the departure blames.',
      clears: 'Ids of the people whom the departure clears.',
      exalts: 'Ids of the people whom the departure exalts.',
      erases: 'Ids of the people whom the departure erases.',
      passages: 'The passages of the review that are marked with it, word for word.',
      refutedBy: 'Ids of the facts that refute it.',
      supportedBy: 'Ids of the facts that support it.',
      qualifiedBy: 'Ids of the facts that qualify it.',
      sources: 'Keys of the sources it cites itself; they are those of sources.bib.',
      see: 'Ids of related claims.',
      same: 'Ids of claims of other works about the same matter.',
      question: 'Id of the question that it answers together with claims of other works.',
      was: 'Former ids; their addresses still answer.',
      summary: 'The first sentence, which stands by itself.',
      text: 'All of it.',
      refutes: 'Ids of the claims it refutes.',
      supports: 'Ids of the claims it supports.',
      qualifies: 'Ids of the claims it qualifies.',
      revision: 'Number of its current revision in the ledger; none before it is first recorded.',
      published: 'Day of first publication.',
      modified: 'Day of the last change.',
    },
  },
  methodology: {
    title: 'How we rate',
    description: 'What counts as a claim, how a verdict is reached, and what each verdict means.',
  },

  /** The author's guide. Its text stands in `src/guide/`. */
  guide: {
    title: 'Writing a review',
    pages: 'The guide',
    written: 'As it is written',
    read: 'As it is read',
    allRules: 'All rules',
    says: 'The check says',
    severity: (severity: Severity, isAdjustable: boolean): string => {
      if (severity === 'error') return 'An error: nothing is published until it is mended.';
      return isAdjustable ? 'A warning. A site may turn it off, or make an error of it.' : 'A warning.';
    },
    next: (title: string) => `Next: ${title}`,
  },

  /** What the dev server says on its pages. */
  livePreview: {
    stale: 'The page shows the last text that was in order.',
    fresh: 'The page shows the text as it is.',
    show: 'in the text',
  },

  search: {
    title: 'Search',
    description: 'Search every claim by word, name or date.',
    field: 'Search claims by word, name or date',
    button: 'Search',
    hint: 'Names are found in any spelling or script.',
    placeholder: 'a name, a word, a year',
    narrow: 'Narrow the results',
    facet: {
      verdict: 'Verdict',
      speaker: 'Who speaks',
      work: 'Work',
      person: 'Person',
      topic: 'Topic',
      departure: 'Kind of departure',
      effect: 'What it does',
      decade: 'Decade',
    } satisfies Record<FacetName, string>,
    sort: 'Order by',
    sorts: { relevance: 'relevance', date: 'date of the event', newest: 'newest first' },
    more: 'Show more',
    noScript: 'Searching needs JavaScript, which is not running here. These lists need none:',
    allClaims: 'All claims',
    byVerdict: 'by verdict',
    byDecade: 'by decade',
    byPerson: 'by person',
    results: 'Results',
    lists: 'Ready-made lists',
  },
  /** What a list says that has nothing in it yet. */
  none: {
    reviews: 'No review has been published here yet.',
    claims: 'No claim has been published here yet.',
    people: 'Nobody is named here yet.',
    works: 'No work has been reviewed here yet.',
    sources: 'No source has been used here yet.',
    record: 'Nothing has been dated here yet.',
    begin: 'How to write the first review',
  },
  home: {
    lead: (work: WorkType) => [`A critic says what ${aWork[work]} says.`, 'We check them both.'],
    latest: 'Latest review',
    others: 'More reviews',
    older: 'Earlier reviews',
    examples: 'Two claims, from either side',
    scale: (count: number) => `${capital(spelled(count))} verdicts`,
    scaleNote:
      'A verdict says how far a claim agrees with the record. Confidence, given apart, says how strong the evidence is.',
    more: 'How we rate',
  },
  notFound: {
    title: 'Not on the record',
    deck: 'Nothing is kept at this address. Claims that were published keep theirs, so it may be a slip in the link.',
    search: 'Look for its words among the claims',
  },
  /** Without a network. */
  offline: {
    title: 'No connection',
    deck: 'This page has not been read on this device yet, so it can only be shown when there is a connection again.',
    pages: 'What was read here and can be read now',
    kept: (day: string) => `No connection, or a very slow one: this is the page as it was on ${day}.`,
  },
  /** What can be passed on of a claim or a fact. */
  share: {
    open: 'Share',
    title: 'Share and cite',
    link: (revision: number | undefined) =>
      revision === undefined ? 'Permanent link' : `Permanent link, revision ${numbers.format(revision)}`,
    quote: 'Quotation',
    quotation: (statement: string, speaker: string, work: string, verdict: string, source: string) =>
      `“${statement}” A claim by ${speaker} (${work}), rated ${verdict.toLowerCase()}.\n${source}`,
    factQuotation: (statement: string, source: string) => `“${statement}”\n${source}`,
    passage: 'The passage in its review',
    cite: 'Citation',
    genre: (kind: 'claim' | 'fact', revision: number | undefined) => {
      const what = kind === 'claim' ? 'Claim' : 'Fact';
      return revision === undefined ? what : `${what}, revision ${numbers.format(revision)}`;
    },
    embed: 'Code to embed it',
    formats: 'Citation for programs',
    copy: {
      link: 'Copy link',
      quote: 'Copy quotation',
      passage: 'Copy link to the passage',
      cite: 'Copy citation',
      embed: 'Copy code',
      file: 'Copy',
    },
    save: 'Save',
    native: 'Share…',
    close: 'Close',
    lost: 'The rest could not be fetched. It stands on the page the link leads to.',
  },
  /** What is offered for text selected in a review. */
  selection: {
    label: 'The selected text',
    link: 'Copy link to text',
    quote: 'Copy quotation',
    failed: 'Not copied',
  },
  /** A claim in a frame on other people’s pages. */
  embed: {
    revision: (number: number) => `Revision ${numbers.format(number)},`,
    more: 'The sources',
    withdrawn: 'This claim was taken back.',
  },
  copy: { button: 'Copy link', code: 'Copy', done: 'Copied', failed: 'Press Ctrl+C' },
};

export type Words = typeof english;

/** What the search page says while it searches; in a browser it is loaded without the rest. */
export const englishSearch = {
  searching: 'Searching …',
  counted: (found: number, claims: number) =>
    `${numbers.format(found)} of ${numbers.format(claims)} ${claims === 1 ? 'claim' : 'claims'}`,
  about: (query: string) => ` for “${query}”`,
  nothing: (query: string) => (query === '' ? 'No claims found' : `No claims found for “${query}”`),
  whole: (whole: number, others: number) =>
    whole === 0
      ? 'No claim has all of this; these have most of it.'
      : `${numbers.format(whole)} ${whole === 1 ? 'has' : 'have'} all of it, ${numbers.format(others)} more ${others === 1 ? 'has' : 'have'} part of it.`,
  showing: 'Showing results for ',
  instead: (query: string) => `Search exactly for ${query} instead.`,
  loosened: (phrases: string) => `No claim has ${phrases} word for word; its words were looked for.`,
  exactly: 'Taken exactly as it stands. ',
  anyway: 'Search in all spellings',
  also: (word: string, others: string) => `“${word}” was also read as ${others}.`,
  named: (word: string, names: string) => `“${word}” is another name of ${names}.`,
  person: 'Person: ',
  remove: (label: string) => `Do not narrow by ${label}`,
  clearAll: 'Clear all',
  noValue: 'None among these results.',
  missing: (words: string) => `Without ${words}, which no claim has.`,
  unknown: (words: string) => `No claim has ${words}.`,
  list: (items: readonly string[]) => alternatives.format(items),
  quote: (text: string) => `“${text}”`,
  quotes: ['“', '”'] as readonly [string, string],
  nearest: 'The nearest there is:',
  widen: 'Search without what you narrowed by',
  unquoted: 'Search for the words instead of the phrase',
  browse: 'Browse all claims',
  failed: 'The index could not be loaded.',
  offline: 'You seem to be offline.',
  again: 'Try again',
  shown: (shown: number, found: number) => `${numbers.format(shown)} of ${numbers.format(found)} shown.`,
  all: (count: number) => `All ${numbers.format(count)}`,
  inContext: 'in context',
  part: {
    statement: 'Statement',
    address: 'Address',
    passage: 'The review',
    shown: 'As shown',
    record: 'Record',
    sources: 'Sources',
    people: 'About',
  } satisfies Record<SectionName, string>,
};

export type SearchWords = typeof englishSearch;

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

function spelled(count: number): string {
  const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
  return words[count] ?? numbers.format(count);
}
