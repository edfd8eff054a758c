/** The environment variables of a configuration: `.env` next to it, and which ones it reads. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "../errors.ts";

/** Sets the variables in `.env` that are not set yet. */
export function loadEnvFile(folder: string): void {
  const file = join(folder, ".env");
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    refuse("invalid_config", `Cannot read ${file}: ${(error as Error).message}.`);
  }
}

/** The environment variables that the text of a configuration names, and whether they are set. */
export function variablesIn(text: string): ReadonlyMap<string, boolean> {
  const code = text.replace(/(^|\s)\/\/.*$/gm, "");
  const names = [...code.matchAll(/\bprocess\.env(?:\.(\w+)|\[["'](\w+)["']\])/g)].flatMap(
    ([, dotted, quoted]) => dotted ?? quoted ?? [],
  );
  return new Map(names.map((name) => [name, (process.env[name] ?? "") !== ""]));
}
