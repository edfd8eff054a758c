/** A notification that someone sends again an hour after the provider signed it. */
import { createSandbox } from "@refunds/sandbox";
import { memoryJournal } from "refunds";
import { afterAll, expect, test } from "vitest";
import { stopTime } from "../../src/schedules/clock.ts";
import type { ScheduleDefect } from "../../src/schedules/defects.ts";
import { loadAll } from "../../src/schedules/load-all.ts";
import { plain } from "../../src/schedules/refund-calls.ts";
import { emptyTally } from "../../src/schedules/tally.ts";
import { World } from "../../src/schedules/world.ts";

await loadAll(await createSandbox({ providers: ["stripe"] }));
const clock = stopTime();
afterAll(() => clock.release());

async function violationsWith(defect: ScheduleDefect | undefined) {
  const tally = emptyTally();
  const world = new World({
    sandbox: await createSandbox({ dripMs: 1, providers: ["stripe"] }),
    ...{ clock, tally, defect, store: memoryJournal(), provider: "stripe", serial: "s1" },
    fetch: "as it is",
    // Draws a true notification, and an hour later the old one.
    seed: 94,
  });
  await world.refund({
    ...plain,
    ...{ key: 0, process: 0, resend: true, refundable: "given" },
  });
  await world.jump(2);
  await world.sleep();
  await world.jump(2);
  const violations = await world.end();
  expect(tally.events["stale notifications"]).toBe(1);
  return violations.map(({ text }) => text);
}

test("it proves nothing", async () => {
  expect(await violationsWith(undefined)).toEqual([]);
});

test("and it is noticed if it is believed", async () => {
  expect(await violationsWith("stale-believed")).toEqual(["a stale notification was believed"]);
});
