import type { Command } from "commander";
import { type Action, examples } from "../command.ts";
import { loadConfig } from "../config/load-config.ts";
import { CliError } from "../errors.ts";
import { runSandbox } from "./sandbox.ts";

interface Options {
  readonly forward: string;
  readonly finishAfter: string;
}

export const printsTextOnly = true;

export const define = (command: Command): Command =>
  command
    .description(
      "Start a sandbox with the providers of your accounts, in place of `npx refunds sandbox`: it answers your refunds on port 4010, and sends their signed notifications to your webhook. It forwards nothing from another sandbox: stop one that listens on that port first. No money moves. Options of the sandbox go to it: `npx refunds sandbox -- --help` lists them.",
    )
    .requiredOption(
      "--forward <url>",
      "your webhook; {provider} in the URL stands for the provider's name",
    )
    .option("--finish-after <ms>", "a pending refund succeeds after so many milliseconds", "2000")
    .allowUnknownOption()
    .argument("[options...]", "options of the sandbox")
    .addHelpText(
      "after",
      examples(
        "listen --forward http://localhost:3000/webhooks",
        "listen --forward http://localhost:3000/webhooks/{provider} --provider <name>",
        "listen --forward http://localhost:3000/webhooks --port 4020    # with that port in baseUrl",
      ),
    );

export const action: Action<Options> = async ({ config, forward, finishAfter }, ...args) => {
  const given = args.flat().map(String);
  const providers = given.some((word) => /^--provider(=|$)/.test(word))
    ? []
    : await configured(config);
  return runSandbox([
    ...["--notify", forward, "--finish-after", finishAfter],
    ...(providers.length > 0 ? ["--provider", ...providers] : []),
    ...given,
  ]);
};

/** The providers of the accounts; none, which means every provider, if there is no configuration yet. */
async function configured(config: string | undefined): Promise<string[]> {
  try {
    const { accounts } = await loadConfig(config);
    return [...new Set(Object.values(accounts).map(({ provider }) => provider))];
  } catch (error) {
    const isMissing = error instanceof CliError && error.code === "config_not_found";
    if (config === undefined && isMissing) return [];
    throw error;
  }
}
