/** A number with the noun it counts, in the form its language wants: "1 claim", "2 утверждения", "5 утверждений". */
export function pluralIn(language: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }): string =>
    `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
}
