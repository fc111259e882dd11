import type { Root } from 'hast';
import type { Report } from '../messages/message.ts';
import type { ImageFile, KnownImage } from '../model/image.ts';
import type { References } from '../model/library.ts';
import type { ExternalLink, SiteLink } from '../model/link-check.ts';
import type { Routes } from '../model/routes.ts';

/** Code of a language, coloured by classes; `undefined` for a language it does not know. */
export type Highlight = (code: string, language: string) => Root | undefined;

/** What a review is parsed against. */
export interface Context {
  readonly references: References;
  readonly routes: Routes;
  readonly highlight?: Highlight | undefined;
  /** What is in the folder of images, by path below it; absent where nothing is known of it: then images stay as written. */
  readonly images?: ReadonlyMap<string, KnownImage> | undefined;
  /**
   * Whether nothing will be shown of what is read, only checked: then all HTML is left empty, and citations whose words count
   * nowhere are not formatted, which saves half of the work where there are many sources.
   */
  readonly isTextOnly?: boolean | undefined;
}

/** One file being parsed. */
export interface Parsing extends Context {
  /** Relative to the content folder. */
  readonly path: string;
  /** The file, its front matter blanked out; offsets are the file's. */
  readonly source: string;
  /** BCP 47 tag of its language. */
  readonly language: string;
  readonly report: Report;
  /** The images it shows, by path: filled while it is rendered. */
  readonly used: Map<string, ImageFile>;
  /** The addresses of other sites in it, each with its first place: filled while it is rendered. */
  readonly links: Map<string, ExternalLink>;
  /** The addresses of this site in it, as they were written: filled while it is rendered. */
  readonly siteLinks: SiteLink[];
}
