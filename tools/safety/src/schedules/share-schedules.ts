/** Distributes schedules to several processes, and adds up their results. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SchedulesOptions, SchedulesResult } from "./run-schedules.ts";
import { addTally, emptyTally, type Tally } from "./tally.ts";

const worker = fileURLToPath(new URL("worker.ts", import.meta.url));

type Message = { readonly tally: Tally } | { readonly result: SchedulesResult };

/** The first process uses the seed itself, the others use the following numbers. A failure in one ends all of them. */
export async function shareSchedules(
  options: Omit<SchedulesOptions, "onProgress"> & {
    readonly processes: number;
    readonly onProgress?: (done: number) => void;
    /** Ends the run early. The result is what is done so far. */
    readonly signal?: AbortSignal;
  },
): Promise<SchedulesResult> {
  const { processes, onProgress, signal, ...given } = options;
  const done = Array.from({ length: processes }, () => 0);
  const shares = done.map((_, at) => ({
    ...given,
    seed: given.seed + at,
    runs: Math.floor(given.runs / processes) + (at < given.runs % processes ? 1 : 0),
  }));
  const tally = emptyTally();
  const failed = new AbortController();
  const ended = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
  const results = await Promise.all(
    shares.map(async (share, at) => {
      const result = await runInProcess(share, ended, (more) => {
        done[at] = more;
        onProgress?.(done.reduce((sum, each) => sum + each, 0));
      });
      if (result.failure) failed.abort();
      return result;
    }),
  );
  for (const result of results) addTally(tally, result.tally);
  const failure = results.find((result) => result.failure)?.failure;
  return { tally, ...(failure && { failure }) };
}

function runInProcess(
  options: SchedulesOptions,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<SchedulesResult> {
  const child = fork(worker, [JSON.stringify(options)], {
    execArgv: ["--conditions=refunds-source"],
  });
  let tally = emptyTally();
  return new Promise((resolve, reject) => {
    const interrupt = () => {
      resolve({ tally });
      child.kill("SIGKILL");
    };
    signal.addEventListener("abort", interrupt, { once: true });
    child.on("message", (message: Message) => {
      if ("result" in message) return resolve(message.result);
      tally = message.tally;
      onProgress(tally.schedules);
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`a process that runs schedules exited with code ${code}`)),
    );
  });
}
