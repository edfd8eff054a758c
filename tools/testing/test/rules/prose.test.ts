import { describe, expect, test } from "vitest";
import { wordsNotUsed } from "./prose/lint.ts";
import { files, read } from "./repository.ts";

// The pages of made-up providers, and what changes in them, imitate what others write.
const documents = files.filter(
  (path) =>
    /\.(md|ts|yaml)$/.test(path) &&
    path !== "docs/glossary.md" &&
    !/^tools\/drift\/test\/(labelled|pages)\//.test(path) &&
    !path.endsWith("prose.test.ts"),
);

describe("prose", () => {
  test("comments, messages and documentation use the words of docs/glossary.md", async () => {
    const found = await Promise.all(documents.map((path) => wordsNotUsed(path, read(path))));
    expect(found.flat()).toEqual([]);
  });

  test.each([
    ["a document", "a.md", "Nobody is told.", 2],
    ["a comment", "a.ts", "// Nobody is told.\nconst told = 1;", 2],
    ["a message", "a.ts", "throw new Error(`door " + "$" + "{key}` + 'is no key');", 2],
    ["a name in code", "a.ts", "const door = told;", 0],
  ])("finds them in %s", async (_, path, content, count) => {
    expect(await wordsNotUsed(path, content)).toHaveLength(count);
  });
});
