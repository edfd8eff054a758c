/** A decline arrives at a process that slept while another one sent the request again under its key, with a lost reply. */
import { createSandbox } from "@refunds/sandbox";
import { memoryJournal } from "refunds";
import { afterAll, expect, test } from "vitest";
import { stopTime } from "../../src/schedules/clock.ts";
import type { ScheduleDefect } from "../../src/schedules/defects.ts";
import { emptyTally } from "../../src/schedules/tally.ts";
import { World } from "../../src/schedules/world.ts";

const clock = stopTime();
afterAll(() => clock.release());

async function violationsWith(defect: ScheduleDefect | undefined) {
  const tally = emptyTally();
  const world = new World({
    sandbox: await createSandbox({ dripMs: 1, providers: ["stripe"] }),
    clock,
    store: memoryJournal(),
    provider: "stripe",
    fetch: "as it is",
    serial: "s1",
    // Draws a first answer that the provider does not remember, and a lost reply to the second request.
    seed: 120,
    defect,
    tally,
  });
  await world.oversleep({
    ...{ key: 0, process: 0, after: 3, evidence: "none", meanwhile: "resume", redelivered: false },
    ...{ resend: false, shape: "plain data", refundable: "given", aborted: false },
    newReference: false,
  });
  return { reported: { ...tally.reported }, violations: await world.end() };
}

test("it does not settle the refund, which has happened", async () => {
  const { reported, violations } = await violationsWith(undefined);
  expect(reported).toEqual({ unknown: 2 });
  expect(violations).toEqual([]);
});

test("and it is noticed if it does", async () => {
  const { reported, violations } = await violationsWith("late-decline-settles");
  expect(reported).toEqual({ declined: 1, unknown: 1 });
  expect(violations.map(({ kind }) => kind)).toContain("reported wrongly");
});
