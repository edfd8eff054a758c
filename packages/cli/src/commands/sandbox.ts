import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";

export const printsTextOnly = true;

export const define = (command: Command): Command =>
  command
    .description(
      "Start @refunds/sandbox: simulators of every provider over HTTP, by default on port 4010. It prints each request, and sends no notifications: `npx refunds listen` starts one that does. No money moves. Its own options go to it: `npx refunds sandbox -- --help` lists them.",
    )
    .allowUnknownOption()
    .argument("[options...]", "options of the sandbox")
    .addHelpText(
      "after",
      examples(
        "sandbox",
        "sandbox --port 4020",
        "sandbox --fault reset_after:x1    # the reply to the next refund is lost",
        "sandbox -- --help",
      ),
    );

export const action: Action<object> = (_, ...args) => runSandbox(args.flat().map(String));

/** Runs the sandbox's own command, until it ends. */
export async function runSandbox(args: readonly string[]): Promise<ExitCode> {
  const entry = import.meta.resolve("@refunds/sandbox");
  // Its command is next to what it exports, built or not.
  const command = fileURLToPath(entry.replace(/index(\.\w+)$/, "cli$1"));
  const child = spawn(process.execPath, [...process.execArgv, command, ...args], {
    stdio: "inherit",
  });
  // A terminal sends these to both; the sandbox ends, and then this does.
  process.on("SIGINT", () => {}).on("SIGTERM", () => child.kill("SIGTERM"));
  const [code] = await once(child, "exit");
  return code === 0 ? exitCodes.done : (exitCodes.usage as ExitCode);
}
