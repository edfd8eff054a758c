/** Writes files of the user, and never over them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** `wrote`, `changed`, or undefined if nothing was missing. */
export type Written = { readonly file: string; readonly what: "wrote" | "added to" } | undefined;

/** Writes a file that does not exist. */
export function writeNew(file: string, text: string, mode = 0o666): Written {
  writeFileSync(file, text, { flag: "wx", mode });
  return { file, what: "wrote" };
}

/** Adds lines that the file does not have. A line `NAME=value` counts as there if the name is. */
export function addLines(file: string, lines: readonly string[], mode = 0o666): Written {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const there = new Set(before.split(/\r?\n/).map(idOf));
  const missing = lines.filter((line) => !there.has(idOf(line)));
  if (missing.length === 0) return undefined;
  const start = before === "" || before.endsWith("\n") ? before : `${before}\n`;
  writeFileSync(file, `${start}${missing.join("\n")}\n`, { mode });
  return { file, what: before === "" ? "wrote" : "added to" };
}

const idOf = (line: string) => line.trim().replace(/^([A-Z]\w*)=.*$/, "$1=");

/** `refunds.config.ts`; in a package that says it is CommonJS, `.mts`, which is an ES module everywhere. */
export function newConfigName(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const manifest = join(at, "package.json");
    if (existsSync(manifest)) {
      const { type } = JSON.parse(readFileSync(manifest, "utf8"));
      return type === "commonjs" ? "refunds.config.mts" : "refunds.config.ts";
    }
    if (dirname(at) === at) return "refunds.config.ts";
  }
}
