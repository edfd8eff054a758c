/** Every command. */
import { commandList } from "./command-list.ts";
import { runOneOf } from "./run-one-of.ts";

/** @returns the exit code */
export const run = (args: readonly string[]): Promise<number> =>
  runOneOf(commandList, args, async (program, words) => {
    const { suggest } = await import("./completion/suggest.ts");
    await suggest(program, words);
  });
