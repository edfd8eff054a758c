import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binary } from "./published/command.ts";

/**
 * The command for the pnpm version that the repository at `root` pins. If this process runs under that version, `pnpm` is
 * on the PATH. Otherwise npx has to fetch it, and puts it on the PATH of the commands that it runs.
 */
export function pnpm(root: string): string[] {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [running] = (process.env.npm_config_user_agent ?? "").split(" ");
  return running?.replace("/", "@") === packageManager ? ["pnpm"] : ["npx", "-y", packageManager];
}

/**
 * A command with the pinned pnpm on its PATH, because changesets calls `pnpm`. If this process already runs under that
 * version, the command needs no prefix.
 */
export function underPnpm(root: string, command: readonly string[]): string[] {
  const [starter = "", ...rest] = pnpm(root);
  return starter === "pnpm" ? [...command] : [starter, ...rest, "exec", ...command];
}

/** The command that starts changesets. */
export const changeset = binary(import.meta.resolve("@changesets/cli/package.json"), "changeset");
