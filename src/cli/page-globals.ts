/*
 * What the program of the pages finds in place of two globals of the web. It renders each page to a text, encodes it, and
 * answers with it; the page goes into a file and over no wire, and there are thousands.
 */

/** Answers with the bytes of a page as they are. A `Response` would copy them into a stream and out of it again. */
export class PageResponse {
  readonly body: Buffer | null;
  readonly status: number;
  readonly headers: Headers;

  constructor(body: Uint8Array | string | null = null, { status = 200, headers }: ResponseInit = {}) {
    this.body = typeof body === 'string' ? encoded(body) : body && bufferOf(body);
    this.status = status;
    this.headers = headers instanceof Headers ? headers : new Headers(headers);
  }

  get bytes(): Buffer {
    return this.body ?? Buffer.alloc(0);
  }
}

/** Encodes in half the time: `encode` of a `TextEncoder` measures a text before it writes it. */
class PageEncoder {
  encode(text: string): Buffer {
    return encoded(text);
  }
}

export const pageGlobals = { Response: PageResponse, TextEncoder: PageEncoder };

const encoder = new TextEncoder();
let room = new Uint8Array();

function encoded(text: string): Buffer {
  const most = 3 * text.length; // bytes that a unit of UTF-16 can take
  if (room.length < most) room = new Uint8Array(most);
  const { written } = encoder.encodeInto(text, room);
  return Buffer.from(room.subarray(0, written)); // a copy
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
