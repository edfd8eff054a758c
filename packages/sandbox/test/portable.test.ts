import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** All modules that a module loads, including itself, each with the names that it imports. */
function reached(entry: URL, files = new Map<string, string[]>()): Map<string, string[]> {
  if (files.has(entry.pathname)) return files;
  const source = readFileSync(entry, "utf8");
  const imports = [...source.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gms)].map(
    ([, from = ""]) => from,
  );
  files.set(entry.pathname, imports);
  for (const from of imports) if (from.startsWith(".")) reached(new URL(from, entry), files);
  return files;
}

test("the main entry point runs in a browser: it loads no Node module and no msw", () => {
  const files = reached(new URL("../src/index.ts", import.meta.url));
  expect(files.size).toBeGreaterThan(10);
  const outside = [...files.values()].flat().filter((from) => !from.startsWith("."));
  expect([...new Set(outside)].sort()).toEqual([
    "@noble/hashes/legacy.js",
    "@refunds/core",
    "@refunds/core/provider",
  ]);
});
