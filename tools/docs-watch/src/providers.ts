import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Watched } from "./watch.ts";

/** One provider for each spec, with the page that the spec names. */
export const providersIn = (root: string): Watched[] =>
  readdirSync(join(root, "specs"))
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const spec = parse(readFileSync(join(root, "specs", file), "utf8"));
      const { title, documentation } = spec["x-provider"];
      return { name: file.replace(/\.yaml$/, ""), title, address: documentation };
    });
