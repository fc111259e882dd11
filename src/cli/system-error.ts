/** What the system refuses that whoever runs a command can put right, by its code. */
const refusals: Readonly<Record<string, readonly [found: string, expected: string]>> = {
  ENOSPC: ['full disk', 'room for what is to be written'],
  EDQUOT: ['end of the disk quota', 'room for what is to be written'],
  EROFS: ['disk that is for reading only', 'one that can be written'],
  EACCES: ['file or folder that is closed to this user', 'permission to read and write it'],
  EPERM: ['file or folder that is closed to this user', 'permission to read and write it'],
  EMFILE: ['limit of open files', 'a higher one (`ulimit -n 4096`)'],
};

/** What to say of a full disk and its like, wherever in an error it is; `undefined` for a fault of the program. */
export function systemErrorAsText(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  const refusal = code !== undefined && Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  if (!refusal) return systemErrorAsText(error.cause);
  const [found, expected] = refusal;
  const where = 'path' in error && typeof error.path === 'string' ? ` at ${error.path}` : '';
  return `Unexpected ${found}${where} (${code}), expected ${expected}. What was there before the run is as it was.`;
}

/** What is not written in JavaScript (the bundler) gives no code but the words of the system, and may have them inside others. */
function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string' && Object.hasOwn(refusals, error.code)) return error.code;
  if (/No space left on device/.test(error.message)) return 'ENOSPC';
  return /\b(ENOSPC|EDQUOT|EROFS|EMFILE)\b/.exec(error.message)?.[1];
}
