/** The part of `subset-font` that is used; the package has no types of its own. Source: its README. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly variationAxes?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
      /** OpenType feature tags; all others are left out. */
      readonly keepFeatures?: readonly string[];
    },
  ): Promise<Uint8Array>;
}
