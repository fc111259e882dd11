import type { ContentFiles } from '../../src/core/library/create-library.ts';
import { createRandom, type Random } from '../../tests/harness/random.ts';
import { type MadePerson, makePeople } from './generated-people.ts';

/** A claim of the generated collection, with what its queries are made from. */
export interface MadeClaim {
  readonly id: string;
  readonly statement: string;
  readonly record: string;
  readonly person: MadePerson;
  readonly place: string;
  /** The thing it is about: two words. */
  readonly thing: string;
  /** How one would ask for it. */
  readonly question: string;
  readonly year: number;
}

export interface MadeCollection {
  readonly claims: readonly MadeClaim[];
  readonly content: ContentFiles;
}

/** `size` claims in reviews of `inReview`, with people, works and sources; the same seed gives the same text. */
export function makeCollection(size: number, { seed = 1917, inReview = 40 } = {}): MadeCollection {
  const random = createRandom(seed);
  const people = makePeople(random, Math.max(30, Math.min(800, Math.round(size / 10))));
  const claims = Array.from({ length: size }, (_, number) => makeClaim(random, number, people));
  const reviews = Math.ceil(size / inReview);
  const references = new Map([
    ['site.yaml', siteFile],
    ['verdicts.yaml', verdictsFile],
    ['people.yaml', people.map(personEntry).join('')],
    ['works.yaml', Array.from({ length: reviews }, (_, number) => workEntry(number)).join('')],
    ['sources.bib', sources.map(sourceEntry).join('\n')],
  ]);
  const files = Array.from({ length: reviews }, (_, number) => ({
    path: `reviews/review-${number}.md`,
    value: reviewFile(number, claims.slice(number * inReview, (number + 1) * inReview), random),
  }));
  return { claims, content: { references, reviews: files, pages: [] } };
}

function makeClaim(random: Random, number: number, people: readonly MadePerson[]): MadeClaim {
  const person = random.pick(people);
  const other = random.pick(people);
  const place = random.pick(places);
  const thing = `${random.pick(qualities)} ${random.pick(things)}`;
  const year = 1700 + random.below(300);
  const [statement, question] = random.pick(templates)(person.name, other.name, place, thing, random);
  const record = [
    random.pick(openings)(person.surname, place, year),
    random.pick(middles)(thing, other.surname, random.pick(places), year + random.below(5) - 2),
    random.pick(endings)(random.pick(sources)[1], random.pick(qualities), random.pick(things)),
  ].join(' ');
  return { id: `claim-${number}`, statement, record, person, place, thing, question, year };
}

type Template = (person: string, other: string, place: string, thing: string, random: Random) => [string, string];

const templates: readonly Template[] = [
  (p, _o, l, t, r) => {
    const verb = r.pick(['ordered', 'forbade', 'financed', 'planned', 'prevented']);
    return [`${p} ${verb} the destruction of the ${t} at ${l}.`, `who ${verb} the destruction of the ${t} at ${l}?`];
  },
  (p, o, l, t) => [`${p} secretly met ${o} in ${l} to divide the ${t}.`, `did ${p} meet ${o} in ${l} about the ${t}?`],
  (p, _o, l, t) => [`The ${t} of ${l} was designed by ${p} in a single night.`, `did ${p} design the ${t} of ${l}?`],
  (p, o, l, t) => [
    `${p} stole the ${t} from ${o} during the siege of ${l}.`,
    `who stole the ${t} during the siege of ${l}?`,
  ],
  (p, _o, l, t) => [`${p} died in ${l} while inspecting the ${t}.`, `how did ${p} die in ${l}?`],
  (p, _o, l, t) => [`Without ${p} the ${t} would never have reached ${l}.`, `who brought the ${t} to ${l}?`],
  (p, o, l, t) => [
    `${o} betrayed ${p} to the police of ${l} over the ${t}.`,
    `who betrayed ${p} to the police of ${l}?`,
  ],
  (p, _o, l, t) => [
    `Crowds in ${l} burned the ${t} because of a speech by ${p}.`,
    `why did crowds in ${l} burn the ${t}?`,
  ],
  (p, _o, l, t) => [`${p} invented the ${t} and first showed it in ${l}.`, `was the ${t} invented by ${p} in ${l}?`],
  (p, o, l, t) => [`${p} married ${o} for the sake of the ${t} of ${l}.`, `why did ${p} marry ${o}?`],
];

const openings: readonly ((person: string, place: string, year: number) => string)[] = [
  (p, l, y) => `${p} was in ${l} in ${y}, as letters in the archive show.`,
  (p, l, y) => `No document puts ${p} anywhere near ${l} before ${y + 3}.`,
  (p, l, y) => `The town council of ${l} recorded the visit of ${p} on a Tuesday in ${y}.`,
  (p, l, y) => `By ${y} ${p} had already left ${l} for good, according to two witnesses.`,
];
const middles: readonly ((thing: string, other: string, place: string, year: number) => string)[] = [
  (t, o, l, y) => `The ${t} is first mentioned by ${o} in a report from ${l} in ${y}.`,
  (t, o, l) => `What became of the ${t} is told differently by ${o}, who wrote in ${l} many years later.`,
  (t, o, l, y) => `An inventory drawn up in ${l} in ${y} lists the ${t}, and ${o} signed it.`,
  (t, o, l) => `Historians of ${l} have long argued about the ${t} and about the part of ${o}.`,
];
const endings: readonly ((author: string, quality: string, thing: string) => string)[] = [
  (a, q, t) => `${a} thinks that the story was borrowed from an older tale of a ${q} ${t}.`,
  (a, q, t) => `The confusion with the ${q} ${t} goes back to a newspaper, as ${a} has shown.`,
  (a, q, t) => `${a} calls it a legend of the same kind as that of the ${q} ${t}.`,
];

function personEntry({ id, name, native, alias }: MadePerson): string {
  const lines = [`${id}:`, `  name: ${name}`, `  line: Somebody of the generated collection.`];
  if (native) lines.push(`  native: { text: ${native}, lang: ru }`);
  if (alias) lines.push(`  aliases: [${alias}]`);
  return `${lines.join('\n')}\n`;
}

function workEntry(number: number): string {
  return `work-${number}:\n  type: TVSeries\n  title: Series ${number}\n  published: "${1990 + (number % 35)}"\n`;
}

function sourceEntry([key, author, title]: (typeof sources)[number], number: number): string {
  return `@book{${key},\n  author = {${author}, A.},\n  title = {${title}},\n  date = {${1950 + number}},\n  keywords = {scholarship},\n}\n`;
}

function reviewFile(number: number, claims: readonly MadeClaim[], random: Random): string {
  const front = `---\ntitle: Review ${number}\ndescription: A generated review.\nwork: work-${number}\nauthor: Nobody\npublished: "20${10 + (number % 15)}-01-01"\n---\n`;
  const blocks = claims.flatMap(({ id, statement, record, person, year }) => [
    `Of :claim[this matter]{#${id}} the series says much.`,
    `:::claim{#${id} by=${random.pick(['work', 'work', 'review'])} verdict=${random.pick(verdicts)} confidence=high when=${year} about=${person.id} topics=${random.pick(topics)} departure=${random.pick(['invention', 'chronology', 'omission'])}}\n${statement}\n:::`,
    `:::fact{#${id}-fact refutes=${id} when=${year} about=${person.id}}\n${record} [@${random.pick(sources)[0]}]\n:::`,
  ]);
  return `${front}\n${blocks.join('\n\n')}\n`;
}

const verdicts = ['accurate', 'mostly-accurate', 'disputed', 'misleading', 'unsupported', 'false', 'fiction'];
const signs = ['disc', 'quarter', 'half', 'wedge', 'ring', 'saltire', 'diamond'];
const topics = ['war', 'trade', 'science', 'faith', 'court', 'press', 'law', 'exile'];
const verdictsFile = verdicts
  .map(
    (id, index) =>
      `- id: "${id}"\n  label: "${id.replace('-', ' ')}"\n  sign: ${signs[index]}\n  definition: As it says.\n`,
  )
  .join('');
// biome-ignore format: a table
const siteFile = [
  'title: Generated', 'tagline: A generated collection.', 'description: Claims that nobody makes.', 'url: https://generated.example',
  'topics:', ...topics.map((topic) => `  ${topic}: ${topic}`), '',
].join('\n');

const places =
  `Lisbon Cádiz Antwerp Trieste Riga Danzig Kraków Odessa Tiflis Smyrna Aleppo Tabriz Bukhara Lhasa Canton Nagasaki Manila
Batavia Rangoon Calcutta Goa Mombasa Zanzibar Khartoum Timbuktu Tangier Algiers Tunis Palermo Ragusa Salonica Bucharest Budapest Pressburg
Prague Dresden Weimar Leipzig Hamburg Lübeck Bergen Uppsala Helsinki Novgorod Smolensk Kazan Samara Tomsk Irkutsk Yakutsk Sitka Quebec Boston
Savannah Veracruz Havana Cartagena Quito Cuzco Potosí Valparaíso Montevideo Bahia Recife Luanda Kimberley Durban Adelaide Hobart Dunedin
Edinburgh Dublin Bristol Norwich York Durham Rouen Nantes Lyon Avignon Toulouse Marseille Geneva Basel Augsburg Verona Mantua Ferrara Siena`.split(
    /\s+/,
  );
const qualities =
  `golden broken forbidden hidden painted wooden silver burning frozen secret royal ancient crooked hollow iron marble velvet
leaden floating sunken sealed forged haunted stolen white crimson northern southern triangular double-headed singing mechanical glass
bronze ivory granite paper copper ebony woollen`.split(/\s+/);
const things =
  `lighthouse cathedral treaty ledger telescope cannon printing-press carriage crown manuscript bridge observatory monastery
theatre aqueduct granary customs-house mint shipyard tapestry clock fountain cemetery orchestra newspaper railway telegraph balloon pharmacy
prison hospital library statue mirror violin compass atlas banner helmet sceptre chalice drum furnace windmill tunnel harbour fortress
vineyard herbarium aquarium guillotine barometer calendar`.split(/\s+/);
// biome-ignore format: a table
const sources = [
  ['abel', 'Abel', 'The Archive and the Town'], ['brandt', 'Brandt', 'Letters from the Frontier'], ['cole', 'Cole', 'A Century of Rumours'],
  ['duval', 'Duval', 'Inventories of the Old Regime'], ['elias', 'Elias', 'Witnesses and Tales'], ['fischer', 'Fischer', 'Police and Public'],
  ['grant', 'Grant', 'Legends of the Siege'], ['hollis', 'Hollis', 'Paper Empires'], ['ibarra', 'Ibarra', 'Merchants at War'],
  ['janssen', 'Janssen', 'The Invention of the Past'],
] as const;
