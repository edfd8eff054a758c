import { Worker } from "node:worker_threads";
import type { Result } from "./run.ts";

export interface WatchOptions {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
  /** Only these; all if absent. */
  readonly providers?: readonly string[];
  /** Called about once a second with the number of the current run. */
  readonly onProgress?: (run: number) => void;
  /** A run that takes longer blocks its thread. Milliseconds, 30,000 by default. */
  readonly stuckAfterMs?: number;
  /** The file that runs in the thread. For tests. */
  readonly worker?: URL;
}

export interface WorkerData extends Pick<WatchOptions, "runs" | "seed" | "path" | "providers"> {
  /** The number of the current run, from 1. */
  readonly counter: Int32Array;
}

/** A run that needs more leaks: the garbage of a thousand calls is only a few MB. */
const heapMb = 256;

/** Rejects with an error that names the run if it is stuck, leaks or fails. */
export function runWatched({
  onProgress,
  stuckAfterMs = 30_000,
  worker: file = new URL("./worker.ts", import.meta.url),
  ...options
}: WatchOptions): Promise<Result & { readonly peakMb: number }> {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerData = { ...options, counter };
  const worker = new Worker(file, {
    workerData,
    execArgv: ["--conditions=refunds-source"],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  let seen = 0;
  let seenAt = performance.now();
  let peakMb = 0;
  return new Promise<Result & { peakMb: number }>((resolve, reject) => {
    const broken = (what: string, cause?: unknown) => {
      const run = Atomics.load(counter, 0);
      const again = `in run ${run}: run it again with --seed ${options.seed} --path ${run - 1}`;
      reject(new Error(run > 0 ? `${what} ${again}` : what, { cause }));
    };
    const clock = setInterval(() => {
      const run = Atomics.load(counter, 0);
      peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
      if (run !== seen) seenAt = performance.now();
      else if (run > 0 && performance.now() - seenAt > stuckAfterMs) broken("The run is stuck");
      seen = run;
      onProgress?.(run);
    }, 1000);
    worker.once("message", (result: Result) => resolve({ ...result, peakMb }));
    worker.once("error", (error) => broken(String(error), error));
    worker.once("exit", (code) => broken(`The thread ended (${code})`));
    const stop = () => clearInterval(clock);
    worker.once("exit", stop);
  }).finally(() => worker.terminate());
}
