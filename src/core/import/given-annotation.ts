import type { TextQuoteSelector } from '../model/annotation.ts';

/** An annotation made elsewhere, as far as this project has a use for it. */
export interface GivenAnnotation {
  /** Its own address or name, by which it is known again. */
  readonly id: string;
  /** What it quotes; none for a note on a whole page. */
  readonly quote?: TextQuoteSelector | undefined;
  /** What was said, as plain text or Markdown; empty for a highlight. */
  readonly comment: string;
  readonly tags: readonly string[];
  /** Whether it answers another annotation. */
  readonly isReply: boolean;
}

/** What a file of annotations holds, or what is wrong with it, in the grammar of all messages. */
export type ReadAnnotations =
  | { readonly annotations: readonly GivenAnnotation[]; readonly problem?: undefined }
  | { readonly annotations?: undefined; readonly problem: { readonly found: string; readonly expected: string } };
