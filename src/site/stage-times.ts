import { writeFileSync } from 'node:fs';

/** The parts of a build that are timed. What is not in them is the bundling of styles and scripts, and the rest. */
export type Stage = 'read' | 'parse' | 'collect' | 'pages' | 'cards' | 'index' | 'exports';

/** What `BUILD_TIMES` is written into: milliseconds of each stage and of the whole. */
export interface BuildTimes {
  readonly stages: Partial<Record<Stage, number>>;
  readonly total: number;
}

/** Does a part of a build and counts its time. Stages that run side by side count each for itself. */
export async function timed<Value>(stage: Stage, work: () => Value | Promise<Value>): Promise<Value> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    addToStage(stage, performance.now() - started);
  }
}

/** Counts milliseconds that were measured elsewhere. */
export function addToStage(stage: Stage, milliseconds: number): void {
  times[stage] = (times[stage] ?? 0) + milliseconds;
}

/** Writes what was counted into the file that the variable `BUILD_TIMES` names; without it nothing. */
export function writeStageTimes(environment: NodeJS.ProcessEnv = process.env): void {
  const file = environment['BUILD_TIMES'];
  if (!file) return;
  const report: BuildTimes = { stages: times, total: performance.now() };
  writeFileSync(file, `${JSON.stringify(report)}\n`);
}

/** As for the library: Vite evaluates this module once in each of its module graphs. */
const key = Symbol.for('on-the-record.stage-times');
const memory = globalThis as { [key]?: Partial<Record<Stage, number>> }; // the global object has room for anything
memory[key] ??= {};
const times = memory[key];
