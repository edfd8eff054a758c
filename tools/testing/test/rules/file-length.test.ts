import { expect, test } from "vitest";
import { files, read } from "./repository.ts";

// Tests are tables; they may be longer before they want splitting.
const longest = (path: string) => (path.includes("/test/") ? 400 : 250);

test("no hand-written source is too long to have one subject", () => {
  const sources = files.filter(
    (path) => path.endsWith(".ts") && !/^\/\/ Generated from/.test(read(path)),
  );
  const long = sources.filter((path) => read(path).split("\n").length > longest(path) + 1);
  expect(long).toEqual([]);
});
