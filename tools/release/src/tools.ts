import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binary } from "@refunds/published";

/** The command that starts the pnpm which the repository at `root` pins; also puts it on the PATH of what it runs. */
export function pnpm(root: string): string[] {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return ["npx", "-y", packageManager];
}

/** The command that starts changesets. */
export const changeset = binary(import.meta.resolve("@changesets/cli/package.json"), "changeset");
