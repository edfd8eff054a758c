import { describe, expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import { createSandbox } from "../src/index.ts";
import { testSituations } from "./fixtures/situations.ts";

describe.each(simulators)("$provider", testSituations);

test("all providers are simulated, unless some are chosen", async () => {
  const names = simulators.map(({ provider }) => provider);
  const sandbox = await createSandbox();
  expect(sandbox.providers.map(({ provider }) => provider)).toEqual(names);
  const one = await createSandbox({ providers: names.slice(0, 1) });
  expect(one.providers).toHaveLength(1);
});
