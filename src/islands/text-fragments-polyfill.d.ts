/** The parts used here of a package that brings no types of its own. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  /** As they stand in a text directive, before encoding. */
  export interface TextFragment {
    readonly textStart: string;
    readonly textEnd?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }
  export const GenerateFragmentStatus: { readonly SUCCESS: number };
  export function generateFragmentFromRange(range: Range): {
    readonly status: number;
    readonly fragment?: TextFragment;
  };
  export function setTimeout(milliseconds: number): void;
}
