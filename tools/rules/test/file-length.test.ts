import { expect, test } from "vitest";
import { files, read } from "./repository.ts";

const longest = 250;

test(`no hand-written source has more than ${longest} lines`, () => {
  const sources = files.filter(
    (path) => path.endsWith(".ts") && !/^\/\/ Generated from/.test(read(path)),
  );
  const long = sources.filter((path) => read(path).split("\n").length > longest + 1);
  expect(long).toEqual([]);
});
