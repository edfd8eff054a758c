#!/usr/bin/env node
/** The entry. It loads the program with what earlier runs have compiled, and without the warnings of Node about its own parts. */
import { enableCompileCache } from "node:module";
import { builtHelp } from "./built-help.ts";
import { quietWarnings } from "./quiet-warnings.ts";

const args = process.argv.slice(2);
const help = builtHelp(args);
if (help === undefined) {
  quietWarnings();
  enableCompileCache();
  const { run } = await import("./program.ts");
  process.exitCode = await run(args);
} else {
  process.stdout.write(help);
}
