/** Loads a command that only reads: from the file that the build makes of it, or from its sources. */
import { createRequire } from "node:module";
import type { ReadingName } from "./reading-names.ts";

const require = createRequire(import.meta.url);
// By `import`, it would load everything that the module exports, such as its promises.
const { existsSync } = require("node:fs") as typeof import("node:fs");

type Reading = typeof import("./reading.ts");

export const loadReading = async (name: ReadingName): Promise<Reading> =>
  existsSync(new URL(`./reading-${name}.cjs`, import.meta.url))
    ? require(`./reading-${name}.cjs`)
    : import("./reading.ts");
