import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { refuse } from "../errors.ts";

export const configNames = [
  "refunds.config.ts",
  "refunds.config.mts",
  "refunds.config.js",
  "refunds.config.mjs",
];

/**
 * The configuration's path: the one that was named, or the nearest in this folder or one above.
 * @throws {CliError} `config_not_found`
 */
export function findConfig(named: string | undefined): string {
  if (named !== undefined) {
    const file = resolve(named);
    if (existsSync(file)) return file;
    return refuse("config_not_found", `There is no configuration at ${file}.`);
  }
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = configNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (file !== undefined) return file;
    if (dirname(folder) === folder) break;
  }
  return refuse(
    "config_not_found",
    "There is no refunds.config.ts in this folder or one above. Run `npx refunds init`, or pass --config <file>.",
  );
}
