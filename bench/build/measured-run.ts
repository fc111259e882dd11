import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** What a program took, with all the processes it started. */
export interface Cost {
  /** Milliseconds of a clock on the wall. */
  readonly time: number;
  /** The most memory (bytes, resident) that all its processes had together, looked at four times a second. */
  readonly memory: number;
}

/**
 * Runs a program to its end. Throws what it wrote when it fails. What was written before goes to the disk first: this one
 * would wait for it.
 */
export async function measuredRun(
  program: string,
  parameters: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Cost> {
  await run('sync').catch(() => {}); // where there is no such program, it waits
  const started = performance.now();
  const child = spawn(program, parameters, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written = (written + text).slice(-4000);
    });
  }
  let memory = 0;
  let time = 0;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      time = performance.now() - started;
      resolve(code);
    });
  });
  while (time === 0) {
    if (child.pid !== undefined) memory = Math.max(memory, await memoryOf(child.pid));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 250))]);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with code ${code}:\n${written}`);
  return { time, memory };
}

/** Resident bytes of a process and its descendants, as `ps` counts them; 0 where there is no `ps`. */
async function memoryOf(root: number): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=']).catch(() => ({ stdout: '' }));
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const family = new Set([root]);
  let size = 0;
  while (size !== family.size) {
    size = family.size;
    for (const [pid = 0, parent = 0] of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.reduce((sum, [pid = 0, , kilobytes = 0]) => sum + (family.has(pid) ? kilobytes * 1024 : 0), 0);
}

const run = promisify(execFile);
