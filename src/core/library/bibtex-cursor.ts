/** A problem in a piece of text that ends its reading. Offsets count from the start of the piece. */
export class Unexpected extends Error {
  readonly at: number;
  readonly found: string;
  readonly expected: string;
  override readonly cause: number | undefined;

  constructor(at: number, found: string, expected: string, cause?: number) {
    super(`Unexpected ${found}, expected ${expected}`);
    this.at = at;
    this.found = found;
    this.expected = expected;
    this.cause = cause;
  }
}

/** A place in a text that moves forward over what is read. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The sign that comes next. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  /** The next few letters, as a message shows them. */
  get ahead(): string {
    return /\S{0,20}/.exec(this.text.slice(this.at, this.at + 20))?.[0] || 'the end of the entry';
  }

  /** Moves over what a sticky pattern matches here, and gives it. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  /** Moves over white space and remarks (`%` to the end of the line), as Biber does. */
  skipSpace(): void {
    this.take(/(?:\s+|%.*)+/y);
  }
}
