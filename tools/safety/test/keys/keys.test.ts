import { expect, test } from "vitest";
import { keyDefectNames } from "../../src/keys/defects.ts";
import { runKeys } from "../../src/keys/run-keys.ts";

const runs = 500;
const seed = 1;

test("no key refunds twice where providers remember keys, and nothing is reported wrongly", async () => {
  const { violations, events, schedules, failure } = await runKeys({ runs, seed });
  expect(failure).toBeUndefined();
  expect(violations).toEqual({});
  expect(schedules).toBe(runs);
  for (const event of ["answered from memory", "late", "slow", "crashes", "clocks set back"])
    expect(events[event], event).toBeGreaterThan(20);
}, 120_000);

test.each(keyDefectNames)(
  "the schedules find the defect %s",
  async (defect) => {
    const { failure } = await runKeys({ runs, seed, defect });
    expect(failure).toBeDefined();
  },
  120_000,
);
