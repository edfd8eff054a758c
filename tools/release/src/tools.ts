import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binary } from "@refunds/published/command";

/**
 * The command that starts the pnpm which the repository at `root` pins: the one that is running this already, where it
 * is that version, and else by npx, which has to fetch it. Either stands on the PATH of what it runs.
 */
export function pnpm(root: string): string[] {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [running] = (process.env.npm_config_user_agent ?? "").split(" ");
  return running?.replace("/", "@") === packageManager ? ["pnpm"] : ["npx", "-y", packageManager];
}

/**
 * The command, for where that pnpm stands on its PATH: changesets calls `pnpm`. Where it is running this already it stands
 * there, and need not be started to put itself there.
 */
export function underPnpm(root: string, command: readonly string[]): string[] {
  const [starter = "", ...rest] = pnpm(root);
  return starter === "pnpm" ? [...command] : [starter, ...rest, "exec", ...command];
}

/** The command that starts changesets. */
export const changeset = binary(import.meta.resolve("@changesets/cli/package.json"), "changeset");
