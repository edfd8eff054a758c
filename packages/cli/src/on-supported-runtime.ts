/** Keeps a command from a runtime on which it cannot run: what it loads could fail there without saying why. */
import { runtimeProblem } from "@refunds/core/provider";
import { exitCodes } from "./output/exit-codes.ts";

/** @returns the exit code of `run`, or that of a refusal */
export async function onSupportedRuntime(run: () => Promise<number>): Promise<number> {
  const unsupported = runtimeProblem();
  if (!unsupported) return run();
  process.stderr.write(`error: the runtime ${unsupported.message} (unsupported_runtime)\n`);
  return exitCodes.usage;
}
