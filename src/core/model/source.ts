import type { SourceKind } from './vocabulary.ts';

/** A CSL item as `@citation-js` gives it; only the fields this project reads are typed. Source: CSL 1.0.2 specification. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly URL?: string;
  readonly [field: string]: unknown;
}

/** A source of the site's bibliography. */
export interface Source {
  readonly key: string;
  readonly csl: CslItem;
  readonly kind: SourceKind;
  readonly title: string;
  /** As an in-text citation names it: "Deutscher 1954". */
  readonly label: string;
  /** The whole entry as sanitised HTML, without a link round it. */
  readonly entry: string;
  /** The same as text. */
  readonly entryText: string;
  /** What a reader should know of it: partisan, seen in a copy, only the opening was consulted. */
  readonly annotation?: string | undefined;
  /** Only http and https. */
  readonly url?: string | undefined;
  /** A copy of what is at `url`, in an archive; only http and https. */
  readonly archived?: string | undefined;
  /** The day on which `url` was last seen dead. */
  readonly dead?: string | undefined;
  /** The BibTeX entry as it stands in the file. */
  readonly bibtex: string;
  readonly line: number;
}
