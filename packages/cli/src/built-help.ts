/** The help that the build wrote, so that `refunds --help` does not load the parser of arguments, which takes as long as Node itself. */
import { existsSync, readFileSync } from "node:fs";

const file = new URL("./help.txt", import.meta.url);

/** The lines are cut for this many columns, which is also what the parser takes where there is no terminal. */
const columns = 80;

/** @returns undefined if more is asked for, the terminal is too narrow, or this is not a build */
export function builtHelp(args: readonly string[]): string | undefined {
  const [first = "--help", ...rest] = args;
  const asked = rest.length === 0 && ["--help", "-h", "help"].includes(first);
  if (!asked || (process.stdout.columns ?? columns) < columns || !existsSync(file))
    return undefined;
  return readFileSync(file, "utf8");
}
