/** What this browser keeps for the site, or `null`; `null` too where the reader has switched storage off. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it. Where storage is switched off or full a choice holds for the page alone. */
export function remember(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // nothing is kept
  }
}
