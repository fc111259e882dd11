import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Gives a file of an earlier index by its path below `pagefind/`, if there is one. */
export type KeptPieces = (path: string) => Uint8Array | undefined;

/**
 * Pagefind cuts its word index into pieces of about 30 kB and has no setting for it. A query asks for a few words, each in
 * another piece, so that a small site sends nearly all of its index. Here the same entries are cut into smaller pieces:
 * the bytes of an entry stay as they are, only the files round them and the list of files in `.pf_meta` are new.
 *
 * The format is Pagefind 1.6's own: each file is gzip over `pagefind_dcd` and CBOR; a piece is `[[word, …], …]` in one
 * more array, `.pf_meta` an array whose third item lists `[first word, last word, hash]`. Anything that does not look
 * so is left as Pagefind wrote it, which is only larger. `kept` may have pieces of an earlier index, which need not be
 * compressed again: their names say what is in them.
 */
export function recutIndex(files: Map<string, Uint8Array>, kept: KeptPieces = () => undefined): void {
  for (const [language, { hash }] of Object.entries(entryOf(files).languages)) {
    const metaPath = `pagefind.${hash}.pf_meta`;
    const meta = readMeta(unpack(files.get(metaPath)));
    const pieces = meta?.chunks.map((chunk) => readEntries(unpack(files.get(pathOf(chunk.hash)))));
    if (!meta || !pieces || pieces.includes(undefined)) continue;
    const entries = pieces.flatMap((piece) => piece ?? []);
    if (entries.some(({ word }, index) => index > 0 && word <= (entries[index - 1]?.word ?? ''))) continue;
    for (const chunk of meta.chunks) files.delete(pathOf(chunk.hash));
    const chunks = cut(entries).map((piece) => {
      const content = whole([array(1), array(piece.length), ...piece.map(({ bytes }) => bytes)]);
      const name = `${language}_${digest(content)}`;
      files.set(pathOf(name), kept(pathOf(name)) ?? pack(content));
      return [piece[0]?.word ?? '', piece.at(-1)?.word ?? '', name];
    });
    const list = [array(chunks.length), ...chunks.flatMap((chunk) => [array(chunk.length), ...chunk.map(text)])];
    const content = whole([meta.before, ...list, meta.after]);
    const name = `${language}_${digest(content)}`;
    files.delete(metaPath);
    files.set(`pagefind.${name}.pf_meta`, pack(content));
    renameMeta(files, language, name);
  }
}

/**
 * Bytes of a piece before compression, which halves them. A query reads one piece for each word, and every search reads
 * the list of all pieces, 15 bytes each; the root of the whole keeps the two in balance.
 */
function pieceSize(entries: readonly Entry[]): number {
  const whole = entries.reduce((total, { bytes }) => total + bytes.length, 0);
  return Math.max(2_000, 2.8 * Math.sqrt(whole));
}

interface Entry {
  readonly word: string;
  readonly bytes: Uint8Array;
}

function cut(entries: readonly Entry[]): Entry[][] {
  const pieces: Entry[][] = [];
  const most = pieceSize(entries);
  let size = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    if (size + entry.bytes.length > most) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(entry);
    size += entry.bytes.length;
  }
  return pieces;
}

interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

function entryOf(files: ReadonlyMap<string, Uint8Array>): PagefindEntry {
  const content = files.get('pagefind-entry.json');
  return content ? (JSON.parse(new TextDecoder().decode(content)) as PagefindEntry) : { languages: {} }; // Pagefind's own
}

function renameMeta(files: Map<string, Uint8Array>, language: string, hash: string): void {
  const entry = entryOf(files);
  const languages = { ...entry.languages, [language]: { ...entry.languages[language], hash } };
  files.set('pagefind-entry.json', new TextEncoder().encode(JSON.stringify({ ...entry, languages })));
}

function pathOf(hash: string): string {
  return `index/${hash}.pf_index`;
}

const signature = new TextEncoder().encode('pagefind_dcd');

function unpack(file: Uint8Array | undefined): Buffer | undefined {
  if (file?.[0] !== 0x1f || file[1] !== 0x8b) return undefined; // gzip
  const content = gunzipSync(file);
  return content.subarray(0, signature.length).equals(signature) ? content.subarray(signature.length) : undefined;
}

function whole(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([signature, ...parts]);
}

function pack(content: Uint8Array): Uint8Array {
  return gzipSync(content, { level: 9 });
}

function digest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

/** The list of pieces in `.pf_meta`, and the bytes before and behind it. */
function readMeta(bytes: Buffer | undefined) {
  const outer = bytes && itemsAt(bytes, 0);
  const list = outer?.items[2];
  const chunks = bytes && list && itemsAt(bytes, list.start)?.items.map(({ start }) => itemsAt(bytes, start)?.items);
  if (!bytes || !list || !chunks || outer.end !== bytes.length) return undefined;
  const hashes = chunks.map((chunk) => (chunk?.length === 3 ? textAt(bytes, chunk[2]?.start ?? 0) : undefined));
  if (hashes.includes(undefined)) return undefined;
  return {
    chunks: hashes.flatMap((hash) => (hash === undefined ? [] : { hash })),
    before: bytes.subarray(0, list.start),
    after: bytes.subarray(list.end),
  };
}

function readEntries(bytes: Buffer | undefined): Entry[] | undefined {
  const outer = bytes && itemsAt(bytes, 0);
  const [only, ...others] = outer?.items ?? [];
  const entries = bytes && only && itemsAt(bytes, only.start);
  if (!bytes || !entries || others.length > 0 || outer?.end !== bytes.length) return undefined;
  const words = entries.items.map(({ start, end }) => {
    const word = textAt(bytes, itemsAt(bytes, start)?.items[0]?.start ?? 0);
    return word === undefined ? undefined : { word, bytes: bytes.subarray(start, end) };
  });
  return words.includes(undefined) ? undefined : words.flatMap((word) => word ?? []);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The items of the CBOR array that begins at a place. RFC 8949, section 3.1, major type 4. */
function itemsAt(bytes: Buffer, start: number): { items: Span[]; end: number } | undefined {
  const head = headAt(bytes, start);
  if (head?.type !== 4) return undefined;
  const items: Span[] = [];
  let at = head.end;
  for (let index = 0; index < head.value; index += 1) {
    const end = endOf(bytes, at);
    if (end === undefined) return undefined;
    items.push({ start: at, end });
    at = end;
  }
  return { items, end: at };
}

/** Where the item that begins at a place ends. Knows the types Pagefind uses: integers, text, arrays, floats. */
function endOf(bytes: Buffer, start: number): number | undefined {
  let at = start;
  for (let left = 1; left > 0; left -= 1) {
    if ((bytes[at] ?? 255) < 24) {
      at += 1; // a small number, as most of them are
      continue;
    }
    const head = headAt(bytes, at);
    if (!head) return undefined;
    const { type, value, end } = head;
    if (type === 4) left += value;
    else if (type !== 0 && type !== 1 && type !== 3 && type !== 7) return undefined;
    at = type === 3 ? end + value : end;
  }
  return at;
}

function textAt(bytes: Buffer, start: number): string | undefined {
  const head = headAt(bytes, start);
  return head?.type === 3 ? bytes.toString('utf8', head.end, head.end + head.value) : undefined;
}

/** Type and argument of an item. RFC 8949, section 3. */
function headAt(bytes: Buffer, start: number): { type: number; value: number; end: number } | undefined {
  const first = bytes[start];
  if (first === undefined) return undefined;
  const [type, short] = [first >> 5, first & 31];
  if (short < 24) return { type, value: short, end: start + 1 };
  const length = 2 ** (short - 24);
  if (length > 4 || start + 1 + length > bytes.length) return undefined;
  let value = 0;
  for (let at = start + 1; at <= start + length; at += 1) value = value * 256 + (bytes[at] ?? 0);
  return { type, value, end: start + 1 + length };
}

function array(length: number): Uint8Array {
  return head(4, length);
}

function text(value: string): Uint8Array {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([head(3, bytes.length), bytes]);
}

function head(type: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((type << 5) | value);
  const length = value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
  const bytes = Buffer.alloc(1 + length);
  bytes[0] = (type << 5) | (24 + Math.log2(length));
  bytes.writeUIntBE(value, 1, length);
  return bytes;
}
