/** Runs in a separate thread, so that a run that blocks its thread can be detected and stopped. */
import { parentPort, workerData } from "node:worker_threads";
import { runAnswers } from "./run.ts";
import { rememberSignatures } from "./signatures.ts";
import { collectSubjects } from "./subjects.ts";
import type { WorkerData } from "./watch.ts";

const { runs, seed, path, providers, counter } = workerData as WorkerData;
rememberSignatures();
const all = await collectSubjects();
const chosen = all.filter(({ provider }) => providers?.includes(provider) ?? true);
const unknown = providers?.find((name) => all.every(({ provider }) => provider !== name));
if (unknown !== undefined) throw new Error(`There is no provider "${unknown}".`);
const result = await runAnswers(chosen, {
  runs,
  seed,
  ...(path !== undefined && { path }),
  onRun: (run) => Atomics.store(counter, 0, run),
});
parentPort?.postMessage(result);
