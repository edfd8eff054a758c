import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { listProviderPackages, packages } from "../src/provider-packages.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, "..", name), "utf8");
const providers = listProviderPackages().map(({ word }) => word);
const handWritten = readdirSync(packages).filter((word) => !providers.includes(word));

test("every spec has a package", () => {
  const specs = readdirSync(join(packages, "../specs")).filter((name) => name.endsWith(".yaml"));
  expect(providers).toEqual(specs.map((name) => basename(name, ".yaml")));
});

test("the compiler and the cache leave out the hand-written packages, and only these", () => {
  const excluded = [...read("tsconfig.json").matchAll(/"..\/..\/packages\/(\w+)"/g)];
  expect(excluded.map(([, word]) => word)).toEqual(handWritten);
  const leftOut = read("turbo.json").match(/"!.*"/g) ?? [];
  expect(leftOut.length).toBe(read("turbo.json").match(/puts": \[/g)?.length);
  expect(new Set(leftOut)).toEqual(
    new Set([`"!$TURBO_ROOT$/packages/{${handWritten.join(",")}}/**"`]),
  );
});
