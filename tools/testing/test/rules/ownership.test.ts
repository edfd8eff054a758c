import { describe, expect, test } from "vitest";
import { files, providers, read } from "./repository.ts";

const isTest = (path: string) => /\/test\//.test(path);

describe("provider packages", () => {
  test.each(providers)("%s holds nothing hand-written", (provider) => {
    const own = files.filter((path) => path.startsWith(`packages/${provider}/`));
    expect(own.length).toBeGreaterThan(4);
    const handWritten = own.filter(
      (path) =>
        !path.endsWith("/CHANGELOG.md") &&
        !path.endsWith(".json") &&
        !read(path).slice(0, 300).includes(`specs/${provider}.yaml`),
    );
    expect(handWritten).toEqual([]);
  });
});

describe("provider names", () => {
  const behaviour = files.filter(
    (path) =>
      /^(tools|packages\/core)\//.test(path) && !isTest(path) && !path.endsWith("CHANGELOG.md"),
  );

  test.each(providers)("%s is named neither in tools/ nor in core", (provider) => {
    const named = behaviour.filter((path) => read(path).toLowerCase().includes(provider));
    expect(named).toEqual([]);
  });

  test("the rule sees the files it is about", () => {
    expect(behaviour).toContain("packages/core/src/client.ts");
    expect(behaviour.some((path) => path.startsWith("tools/generator/src/"))).toBe(true);
  });
});
