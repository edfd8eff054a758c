import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { runSandbox } from "./sandbox.ts";

interface Options {
  readonly forward: string;
  readonly finishAfter: string;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Start the sandbox, and send the providers' signed notifications to your webhook. No money moves. What follows -- goes to the sandbox.",
    )
    .requiredOption(
      "--forward <url>",
      "your webhook; {provider} in the URL stands for the provider's name",
    )
    .option("--finish-after <ms>", "a pending refund succeeds after so many milliseconds", "2000")
    .argument("[options...]", "options of the sandbox, after --")
    .addHelpText(
      "after",
      examples(
        "listen --forward http://localhost:3000/webhooks",
        "listen --forward http://localhost:3000/webhooks/{provider} -- --provider stripe",
      ),
    );

export const action: Action<Options> = ({ forward, finishAfter }, ...args) =>
  runSandbox([...["--notify", forward, "--finish-after", finishAfter], ...args.flat().map(String)]);
