import { versions } from "@refunds/testing/sdks";
import { expect, test } from "vitest";
import { allDrills } from "../../src/lost-reply/drills/index.ts";

test("every SDK in the manifest has a drill, and every drill has a version", () => {
  const packages = Object.values(allDrills).map((drill) => drill.package);
  expect(packages.sort()).toEqual(Object.keys(versions).sort());
});

test("versions are exact", () => {
  for (const version of Object.values(versions))
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test.each(Object.entries(allDrills))("%s: a token request is not a refund", (_, { path }) => {
  expect("/oauth2/token").not.toMatch(path);
});
