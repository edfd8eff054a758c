/** `pnpm changes`. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Loading the compiler is most of what a run without changes costs.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/changes", import.meta.url)));
await import("./program.ts");
