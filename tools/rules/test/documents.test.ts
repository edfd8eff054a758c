import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { files, providers, read, root } from "./repository.ts";

const documents = files.filter((path) => path.endsWith(".md"));

describe("documents", () => {
  test.each(documents)("%s links only to what exists", (path) => {
    const targets = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, target]) => target,
    );
    const folder = new URL(path, root);
    expect(targets.filter((target) => !existsSync(new URL(target as string, folder)))).toEqual([]);
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
