#!/usr/bin/env node
/** The entry. It loads the program with what earlier runs have compiled, and without the warnings of Node about its own parts. */
import * as nodeModule from "node:module";
import { builtHelp } from "./built-help.ts";
import { loadReading } from "./load-reading.ts";
import { quietWarnings } from "./quiet-warnings.ts";
import { isReading } from "./reading-names.ts";

const args = process.argv.slice(2);
const help = builtHelp(args);
if (help === undefined) {
  quietWarnings();
  // By its name it could not be imported on a Node that lacks it, which must say so.
  nodeModule.enableCompileCache?.();
  const [name = ""] = args;
  process.exitCode = isReading(name)
    ? await (await loadReading(name)).run(name, args)
    : await other();
} else {
  process.stdout.write(help);
}

async function other(): Promise<number> {
  const { onSupportedRuntime } = await import("./on-supported-runtime.ts");
  return onSupportedRuntime(async () => (await import("./program.ts")).run(args));
}
