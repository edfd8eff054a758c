/** A fake npm, first on the PATH, with its own registry. It records what is published. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

interface Registry {
  /** The versions of each package. */
  readonly versions: Readonly<Record<string, readonly string[]>>;
  readonly npm?: string;
  /** Answers every query with this error. */
  readonly failing?: string;
}

export interface FakeNpm {
  readonly path: string;
  /** Replaces the registry, and clears the record. */
  set(registry: Registry): void;
  /** The arguments of each `npm publish`, and whether it requested provenance. */
  published(): readonly { readonly args: readonly string[]; readonly provenance?: string }[];
}

export function fakeNpm(folder: string, path: string): FakeNpm {
  mkdirSync(folder, { recursive: true });
  const registry = join(folder, "registry.json");
  const log = join(folder, "published.jsonl");
  writeFileSync(
    join(folder, "npm"),
    `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require("node:fs");
const { versions, npm, failing } = JSON.parse(readFileSync(${JSON.stringify(registry)}, "utf8"));
const [command, name] = process.argv.slice(2);
const fail = (code) => {
  console.log(JSON.stringify({ error: { code, summary: code + " " + name } }));
  process.exit(1);
};
if (command === "--version") console.log(npm ?? "11.19.1");
else if (command === "view" || command === "info") {
  if (failing) fail(failing);
  if (!versions[name]) fail("E404");
  console.log(JSON.stringify({ name, versions: versions[name], "dist-tags": {} }));
} else if (command === "publish") {
  const provenance = process.env.NPM_CONFIG_PROVENANCE;
  appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args: process.argv.slice(3), provenance }) + "\\n");
  console.log(JSON.stringify({ id: name }));
} else fail("EUNKNOWN " + command);
`,
  );
  chmodSync(join(folder, "npm"), 0o755);
  return {
    path: [folder, path].join(delimiter),
    set: (state) => {
      writeFileSync(registry, JSON.stringify(state));
      rmSync(log, { force: true });
    },
    published: () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .split("\n")
            .filter(Boolean)
            .map((line) => JSON.parse(line))
        : [],
  };
}
