/** The parts used here of packages that bring no types of their own. */

declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Reads data of a known format; throws on what it cannot read. */
      data(input: unknown, format: string): readonly Record<string, unknown>[];
      /** Reads data of whatever format it is in, as far as CSL items. */
      chain(input: string, options: { readonly generateGraph: boolean }): readonly Record<string, unknown>[];
    };
    readonly output: {
      /** Writes items in a format a plugin adds. */
      format(name: 'bibtex' | 'ris', items: readonly object[]): string;
    };
    readonly config: {
      get(plugin: '@bibtex'): { readonly format: object };
      get(plugin: '@csl'): { readonly locales: { has(name: string): boolean; get(name: string): string } };
    };
  };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';

declare module 'citeproc' {
  /** An element of a style or locale. Source: `CSL.XmlJSON`. */
  export interface XmlElement {
    name: string;
    attrs: Record<string, string>;
    children: (XmlElement | string)[];
  }
  export interface Cite {
    readonly id: string;
    readonly locator?: string | undefined;
    readonly label?: string | undefined;
  }
  /** Source: citeproc-js documentation, "Running the processor". */
  export class Engine {
    constructor(
      system: {
        readonly retrieveItem: (id: string) => object;
        readonly retrieveLocale: (language: string) => XmlElement | string;
      },
      style: XmlElement | string,
      language: string,
      forceLanguage: boolean,
    );
    /** The items that are told apart, by the text of their citation. */
    readonly registry: { readonly ambigcites: object };
    setOutputFormat(format: 'html' | 'text'): void;
    /** Makes known which items may be cited, so that they can be told apart; `true` keeps their order. */
    updateItems(ids: readonly string[], unsorted: boolean): void;
    makeCitationCluster(cites: readonly Cite[]): string;
    makeBibliography(): [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
    readonly fun: {
      /** Writes a range of pages (`321-328`) as the style asks. */
      page_mangler(range: string): string;
    };
  }
  const CSL: { readonly Engine: typeof Engine };
  export default CSL;
}

declare module 'style-chicago' {
  const style: import('citeproc').XmlElement;
  export default style;
}

declare module 'locale-en-gb' {
  const locale: import('citeproc').XmlElement;
  export default locale;
}
