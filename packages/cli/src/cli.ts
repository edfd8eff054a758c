#!/usr/bin/env node
/** The entry. It loads the program with what earlier runs have compiled, and without the warnings of Node about its own parts. */
import * as nodeModule from "node:module";
import { builtHelp } from "./built-help.ts";
import { quietWarnings } from "./quiet-warnings.ts";
import { isReading } from "./reading-names.ts";

const args = process.argv.slice(2);
const help = builtHelp(args);
if (help === undefined) {
  quietWarnings();
  // By its name it could not be imported on a Node that lacks it, which must say so.
  nodeModule.enableCompileCache?.();
  const { runtimeProblem } = await import("@refunds/core/provider");
  const unsupported = runtimeProblem();
  if (unsupported) {
    process.stderr.write(`error: the runtime ${unsupported.message} (unsupported_runtime)\n`);
    process.exitCode = 2;
  } else {
    const [name = ""] = args;
    process.exitCode = isReading(name)
      ? await (await import("./reading.ts")).run(name, args)
      : await (await import("./program.ts")).run(args);
  }
} else {
  process.stdout.write(help);
}
