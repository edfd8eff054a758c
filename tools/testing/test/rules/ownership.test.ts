import { describe, expect, test } from "vitest";
import { namesIn } from "./ownership/names-in.ts";
import { files, providers, read } from "./repository.ts";

const isTest = (path: string) => /\/test\//.test(path);

/** What calls the published SDKs of others, and their versions. Some are of providers that have a spec here, too. */
const isAboutOthers = (path: string) =>
  /^tools\/(safety\/src\/lost-reply\/drills\/|testing\/src\/sdks\/sdks\.json$|bench\/(src\/subjects\/|budgets\.json$))/.test(
    path,
  );

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

/** What must work for a provider that is added later. Of `refunds`, what takes notifications. */
const isForEveryProvider =
  /^(tools\/|packages\/core\/|packages\/(cli|journal|mcp|otel)\/src\/(?!generated\/)|packages\/refunds\/src\/notif[^/]*$)/;

describe("provider names", () => {
  const behaviour = files.filter(
    (path) =>
      isForEveryProvider.test(path) &&
      !isTest(path) &&
      !path.endsWith("CHANGELOG.md") &&
      !isAboutOthers(path),
  );
  const names = new Map(behaviour.map((path) => [path, namesIn(path, read(path))]));

  test.each(providers)("%s is not named in what is for every provider", (provider) => {
    const named = behaviour.filter((path) => names.get(path)?.has(provider));
    expect(named).toEqual([]);
  });

  test("the rule sees the files it is about", () => {
    expect(behaviour).toContain("packages/core/src/client.ts");
    expect(behaviour).toContain("packages/cli/src/commands/worker.ts");
    expect(behaviour).toContain("packages/refunds/src/notification.ts");
    expect(behaviour.some((path) => path.startsWith("tools/generator/src/"))).toBe(true);
  });

  test("what is about the SDKs of others is imported only by what runs them", () => {
    const importers = files.filter(
      (path) =>
        /^(tools|packages)\/.*\.[jt]s$/.test(path) &&
        !isAboutOthers(path) &&
        /from ".*(\/drills\/|\/subjects\/|sdks\.json)/.test(read(path)),
    );
    expect(importers.length).toBeGreaterThan(0);
    const own =
      /^tools\/(safety\/(src|test)\/(lost-reply|sdk-requests)|bench\/(src|test)|testing\/src\/sdks)\//;
    expect(importers.filter((path) => !own.test(path))).toEqual([]);
  });

  test.each([
    ["x.ts", 'const acme = "a";', true],
    ["x.ts", "makeAcmeClient();", true],
    ["x.ts", "const AcMe = 1;", true],
    ["x.ts", "/** Unlike Acme. */", false],
    ["x.ts", "const acmeist = 1;", false],
    ["x.json", '{ "acme": 1 }', true],
  ])("in %s, %s names acme: %s", (path, text, named) => {
    expect(namesIn(path, text).has("acme")).toBe(named);
  });
});
