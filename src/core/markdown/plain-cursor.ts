import type { WrittenPoint } from './written-attributes.ts';

/** A place that moves forward through a text whose lines end with line feeds, and knows its line. */
export class PlainCursor {
  readonly text: string;
  offset = 0;
  line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  point(): WrittenPoint {
    return { line: this.line, column: this.offset - this.#lineStart + 1, offset: this.offset };
  }

  /** Whether a line, or the text, ends here. */
  isAtLineEnd(): boolean {
    return this.offset >= this.text.length || this.text.charAt(this.offset) === '\n';
  }

  startsWith(written: string): boolean {
    return this.text.startsWith(written, this.offset);
  }

  /** Moves on within the line. */
  skip(length: number): void {
    this.offset += length;
  }

  /** Moves behind what a sticky pattern finds here, which holds no line feed. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.offset += found[0].length;
    return found;
  }

  /** Moves behind the line feed that stands here. */
  skipLineFeed(): void {
    this.offset++;
    this.line++;
    this.#lineStart = this.offset;
  }

  /** Moves to the beginning of the next line, or to the end. */
  skipLine(): void {
    const end = this.text.indexOf('\n', this.offset);
    this.offset = end === -1 ? this.text.length : end;
    if (end !== -1) this.skipLineFeed();
  }

  /** Moves back to the beginning of a line. */
  backTo({ line, offset }: WrittenPoint): void {
    this.line = line;
    this.offset = offset;
    this.#lineStart = offset;
  }
}
