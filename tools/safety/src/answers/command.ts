import { createProgress } from "../progress.ts";
import { failureOf, reportOf } from "./report.ts";
import { runWatched } from "./watch.ts";

export interface AnswersOptions {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
  /** Only these; all if absent. */
  readonly providers?: readonly string[];
}

/** `pnpm safety answers`. Resolves with false if a check failed. */
export async function answersCommand(options: AnswersOptions): Promise<boolean> {
  const { runs, seed } = options;
  console.log(`Mutated answers: ${runs.toLocaleString("en")} runs, seed ${seed}`);
  const progress = createProgress(runs);
  const { peakMb, ...result } = await runWatched({ ...options, onProgress: progress.show }).finally(
    progress.end,
  );
  console.log(reportOf(result, peakMb));
  if (result.failure) console.error(`\n${failureOf(result.failure, seed)}`);
  return !result.failure;
}
