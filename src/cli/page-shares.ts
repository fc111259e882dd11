import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Library } from '../core/model/library.ts';
import type { Reading } from '../site/library.ts';

/** What another process is asked to do: render the pages whose number leaves `share` when divided by `of`. */
export interface ShareTask {
  readonly reading: Reading;
  readonly dir: string;
  readonly cacheDir: string;
  readonly share: number;
  readonly of: number;
}

/** What it tells while it works: how many pages it has rendered, or what went wrong. */
export type ShareNews = { readonly rendered: number } | { readonly failure: string };

/** The shares of a build that other processes render. */
export interface OtherShares {
  /** In how many shares the pages are divided, the own one included. */
  readonly of: number;
  /** Waits for the others and puts their pages into the built site. Throws what the first of them failed with. */
  readonly takeInto: (built: string) => Promise<void>;
  readonly stop: () => void;
}

/** What a process does before its first page takes as long as the rendering of about this many claims and facts. */
const worthAProcess = 1200;

/**
 * Divides the pages of a large site among processes, one a core, or as many as `BUILD_PROCESSES` says. Each bundles for itself, from the same texts: what is
 * changed on the disk meanwhile is seen by none.
 */
export function startOtherShares(
  { claims, facts }: Library,
  reading: Reading,
  runDir: string,
  tell: (share: number, rendered: number) => void,
): OtherShares {
  const worthIt = Math.min(availableParallelism(), 8, Math.floor((claims.size + facts.size) / worthAProcess));
  const of = Math.max(1, Number(process.env['BUILD_PROCESSES']) || worthIt);
  const others = Array.from({ length: of - 1 }, (_, index) => {
    const share = index + 1;
    const dir = join(runDir, `share-${share}`);
    return {
      dir,
      ...start({ reading, dir, cacheDir: join(runDir, `cache-${share}`), share, of }, (rendered) =>
        tell(share, rendered),
      ),
    };
  });
  return {
    of,
    async takeInto(built) {
      for (const { dir, done } of others) {
        await done;
        takeNewFiles(dir, built);
        rmSync(dir, { recursive: true, force: true });
      }
    },
    stop: () => {
      for (const { child } of others) child.kill();
    },
  };
}

function start(task: ShareTask, tell: (rendered: number) => void): { child: ChildProcess; done: Promise<void> } {
  const child = fork(join(import.meta.dirname, 'render-share.ts'), {
    serialization: 'advanced',
    env: { ...process.env, PAGES_ONLY: '1' },
  });
  let failure: string | undefined;
  child.on('message', (news: ShareNews) => {
    if ('failure' in news) failure = news.failure;
    else tell(news.rendered);
  });
  child.send(task, () => {}); // a process that is gone says so below
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(failure ?? `A process that renders pages ended with ${signal ?? `code ${code}`}`));
    });
  });
  done.catch(() => {}); // it is reported where it is waited for
  return { child, done };
}

/** Moves what the other folder has and this one has not; scripts and styles are the same in both. */
export function takeNewFiles(from: string, to: string): void {
  const known = new Set(readdirSync(to));
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!known.has(entry.name)) renameSync(source, target);
    else if (entry.isDirectory()) takeNewFiles(source, target);
  }
}
