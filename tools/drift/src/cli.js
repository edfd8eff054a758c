/** The entry, in JavaScript: to strip the types of one file, Node loads a compiler that costs a third of a check. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// A page of usual size is read before code that is optimised meanwhile, in other threads, has paid for that. Those who want
// a large one read take it back: page/read.ts. Set before the cache is, which holds code for one set of flags.
const { setFlagsFromString } = process.getBuiltinModule("node:v8");
for (const flag of ["--no-opt", "--no-maglev"]) setFlagsFromString(flag);
// Loads the program with what earlier runs have compiled, which halves what a run costs after the first.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/drift", import.meta.url)));
await import("./program.ts");
