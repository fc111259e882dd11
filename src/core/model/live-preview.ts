/** What the dev server tells an open page of the content it is made of. */
export interface Problems {
  /** The panel's heading: "2 errors, 1 warning". */
  readonly summary: string;
  /** What it means for the page: it shows the last text that was in order, or the text as it is. */
  readonly note: string;
  readonly show: string;
  readonly list: readonly Problem[];
}

/** A problem as the page shows it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** `content/reviews/x.md:3:25` */
  readonly place: string;
  /** The file with line and column, for the author's editor. */
  readonly file: string;
  readonly words: string;
  readonly rule: string;
  /** The path of the rule's section in the guide. */
  readonly help: string;
  /** The line, and what is pointed at in it. */
  readonly frame?: { readonly before: string; readonly meant: string; readonly after: string } | undefined;
  /** The path of the review it is in, and the fragment of the passage it is nearest to. */
  readonly page?: string | undefined;
  readonly fragment?: string | undefined;
}
