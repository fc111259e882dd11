/** The part of the package `edtf` (no types of its own) that this project uses. */
declare module 'edtf' {
  interface Extended {
    readonly type: string;
    readonly edtf: string;
    /** First and last millisecond (UTC); infinite where an interval is open or an end unknown. */
    readonly min: number;
    readonly max: number;
    readonly lower?: Extended | number | null;
    readonly upper?: Extended | number | null;
  }
  /** Parses a string in EDTF; throws on anything else. */
  export default function edtf(text: string): Extended;
}
