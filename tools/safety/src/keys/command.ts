import { createProgress } from "../progress.ts";
import { type KeyDefect, keyDefects } from "./defects.ts";
import { runKeys } from "./run-keys.ts";

export interface KeysCommandOptions {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
  readonly defect?: KeyDefect;
}

/** `pnpm safety keys`. Resolves with false if a rule was broken. */
export async function keysCommand(options: KeysCommandOptions): Promise<boolean> {
  const { runs, defect } = options;
  if (defect) console.log(`Defect: ${keyDefects[defect]}.\n`);
  const progress = createProgress(runs);
  const { failure, ...counts } = await runKeys({ ...options, onProgress: progress.show }).finally(
    progress.end,
  );
  console.log(JSON.stringify(counts, undefined, 2));
  if (failure) console.error(`\n${failure}`);
  return !failure;
}
