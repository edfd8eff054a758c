/** Reads the help from a file that the build writes: loading the argument parser takes almost as long as starting Node. */
import { createRequire } from "node:module";

// By `import`, it would load everything that the module exports, such as its promises.
const { existsSync, readFileSync } = createRequire(import.meta.url)(
  "node:fs",
) as typeof import("node:fs");

const file = new URL("./help.txt", import.meta.url);

/** The help is wrapped at this width, which the parser also uses without a terminal. */
const columns = 80;

/** @returns undefined if more is asked for, the terminal is too narrow, or this is not a build */
export function builtHelp(args: readonly string[]): string | undefined {
  const [first = "--help", ...rest] = args;
  const asked = rest.length === 0 && ["--help", "-h", "help"].includes(first);
  if (!asked || (process.stdout.columns ?? columns) < columns || !existsSync(file))
    return undefined;
  return readFileSync(file, "utf8");
}
