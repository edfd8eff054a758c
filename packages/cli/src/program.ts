/** Every command. */
import { commandList } from "./command-list.ts";
import { stderr, stdout } from "./output/streams.ts";
import { runOneOf } from "./run-one-of.ts";

// Now, because a progress bar and questions write to them, and a failure must not end the process while refunds are being sent.
stdout();
stderr();

/** @returns the exit code */
export const run = (args: readonly string[]): Promise<number> =>
  runOneOf(commandList, args, async (program, words) => {
    const { suggest } = await import("./completion/suggest.ts");
    await suggest(program, words);
  });
