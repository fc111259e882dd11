/** What a page elsewhere needs to show a claim in a frame. */
export interface Embedded {
  /** Of the page in the frame, absolute. */
  readonly frame: string;
  /** Of the claim itself, absolute. */
  readonly address: string;
  /** Verdict and statement. */
  readonly title: string;
  /** How high it is at `embedWidth`, in px. */
  readonly height: number;
}

/** The width an embed is offered in, in px; it fits any from 280. */
export const embedWidth = 600;

/** How high an embed of that width is, in px, with so many letters in its statement and in what the record answers. */
export function embedHeight(statement: number, answer: number): number {
  const [lettersALine, answerLettersALine] = [40, 60];
  return 158 + 32 * Math.ceil(statement / lettersALine) + 26 * Math.ceil(answer / answerLettersALine);
}

/**
 * The frame as HTML. Where frames are taken out, the link inside is what stays.
 */
export function embedCode({ frame, address, title, height }: Embedded): string {
  const name = escaped(title);
  const size = `width="${embedWidth}" height="${height}"`;
  return `<iframe src="${escaped(frame)}" title="${name}" ${size} loading="lazy"><a href="${escaped(address)}">${name}</a></iframe>`;
}

/** Who publishes what is embedded, and with what picture. */
export interface Provider {
  readonly site: string;
  readonly home: string;
  readonly author: string;
  readonly picture?: string | undefined;
}

/** The answer of an oEmbed provider for a claim. Source: oEmbed 1.0, section 2.3.4, the rich type. */
export function oEmbed(embedded: Embedded, { site, home, author, picture }: Provider) {
  return {
    version: '1.0',
    type: 'rich',
    title: embedded.title,
    author_name: author,
    provider_name: site,
    provider_url: home,
    cache_age: 86_400,
    ...(picture && { thumbnail_url: picture, thumbnail_width: 1200, thumbnail_height: 630 }),
    html: embedCode(embedded),
    width: embedWidth,
    height: embedded.height,
  } as const;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
