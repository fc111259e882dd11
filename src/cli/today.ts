/** The day it is here; that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), in UTC, where it is set. */
export function today(): string {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  if (seconds !== undefined && /^\d{1,12}$/.test(seconds))
    return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
