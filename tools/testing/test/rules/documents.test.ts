import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { files, providers, read, root } from "./repository.ts";

// docs/readme.md becomes README.md, and its links are meant from there.
const documents = files.filter((path) => path.endsWith(".md") && path !== "docs/readme.md");

describe("documents", () => {
  test.each(documents)("%s links only to what exists", (path) => {
    const targets = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, target]) => target,
    );
    const folder = new URL(path, root);
    // A leading slash is the repository's root.
    const resolve = (target = "") =>
      target.startsWith("/") ? new URL(target.slice(1), root) : new URL(target, folder);
    expect(targets.filter((target) => !existsSync(resolve(target)))).toEqual([]);
  });

  test("the vocabulary's reference names every key of its schema", () => {
    const keys = new Set(read("specs/vocabulary.schema.json").match(/"x-[a-z]+"(?=:)/g));
    expect(keys.size).toBeGreaterThan(10);
    const reference = read("docs/vocabulary.md");
    expect([...keys].filter((key) => !reference.includes(key.replaceAll('"', "`")))).toEqual([]);
  });

  test.each(providers)("the table of providers has a row for %s", (provider) => {
    expect(read("docs/providers.md")).toContain(`\`${provider}\``);
    expect(read("README.md")).toContain(`\`${provider}\``);
  });
});
