#!/usr/bin/env node
/** The entry. It loads the program with what earlier runs have compiled, and without the warnings of Node about its own parts. */
import { enableCompileCache } from "node:module";
import { quietWarnings } from "./quiet-warnings.ts";

quietWarnings();
enableCompileCache();
const { run } = await import("./program.ts");
process.exitCode = await run(process.argv.slice(2));
