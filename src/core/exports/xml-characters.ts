/** A text without the characters that XML 1.0 cannot hold at all, escaped or not. Source: XML 1.0, production 2. */
export function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}
