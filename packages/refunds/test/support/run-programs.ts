/**
 * Runs programs one after the other, each in the folder next to its file, and prints what each printed, as JSON. One process for all:
 * starting one for each would take longer than everything that they do.
 */
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { sandbox } from "./sandbox-preload.ts";

const printed: string[] = [];
const print = console.log;
for (const file of process.argv.slice(2)) {
  const folder = `${file}-files`;
  mkdirSync(folder, { recursive: true });
  process.chdir(folder);
  sandbox.reset();
  const lines: string[] = [];
  console.log = (...values: unknown[]) => lines.push(values.join(" "));
  await import(pathToFileURL(file).href);
  printed.push(lines.join("\n"));
}
print(JSON.stringify(printed));
