import { expect, test } from "vitest";
import { runtimeProblem } from "../src/supported-runtime.ts";

const withRaw = { rawJSON: () => ({}) };
const on = (versions: Record<string, string> | undefined, json: object) =>
  runtimeProblem({ ...(versions && { process: { versions } }), JSON: json })?.message;

test.each(["22.13.0", "22.13.1", "22.23.3", "23.0.0", "24.21.0", "100.0.0"])(
  "Node %s is new enough",
  (node) => {
    expect(on({ node }, withRaw)).toBeUndefined();
  },
);

test.each(["18.20.8", "20.20.2", "22.2.0", "22.9.0", "22.12.0"])(
  "Node %s is too old, and the message says what is needed and what was found",
  (node) => {
    expect(on({ node }, withRaw)).toBe(`must be Node 22.13 or newer; this is Node ${node}`);
  },
);

test("Bun and Deno are not judged by the version of Node that they give", () => {
  expect(on({ node: "20.0.0", bun: "1.4.5" }, withRaw)).toBeUndefined();
  expect(on({ node: "20.0.0", deno: "2.9.6" }, withRaw)).toBeUndefined();
});

test("a browser or a worker needs what amounts are written with", () => {
  expect(on(undefined, withRaw)).toBeUndefined();
  expect(on(undefined, {})).toMatch(/this has no JSON\.rawJSON$/);
  expect(on({ node: "20.0.0", bun: "1.0.0" }, {})).toMatch(/has no JSON\.rawJSON$/);
});

test("the runtime of this test is one", () => {
  expect(runtimeProblem()).toBeUndefined();
});
