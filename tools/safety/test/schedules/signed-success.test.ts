/** The provider signs that a refund succeeded of which the journal says that no money moved. */
import { createSandbox } from "@refunds/sandbox";
import { memoryJournal } from "refunds";
import { afterAll, describe, expect, test } from "vitest";
import { stopTime } from "../../src/schedules/clock.ts";
import type { ScheduleDefect } from "../../src/schedules/defects.ts";
import { loadAll } from "../../src/schedules/load-all.ts";
import { plain, type RefundCommand } from "../../src/schedules/refund-calls.ts";
import { emptyTally } from "../../src/schedules/tally.ts";
import { World } from "../../src/schedules/world.ts";

await loadAll(await createSandbox({ providers: ["stripe"] }));
const clock = stopTime();
afterAll(() => clock.release());

const refund: RefundCommand = {
  ...plain,
  ...{ key: 0, process: 0, resend: true, refundable: "given" },
};

const cases = [
  {
    state: "declined",
    defect: "success-dropped-after-decline",
    // Draws an answer, and a true notification at the end.
    fetch: "as it is",
    ...{ seed: 7, isTriedAgain: false },
  },
  {
    state: "not_sent",
    defect: "success-dropped-after-not-sent",
    // Draws a first request that leaves, a second one that does not, and a true notification at the end.
    fetch: "failing before dispatch",
    ...{ seed: 90, isTriedAgain: true },
  },
] as const;

type Case = (typeof cases)[number];

async function after({ fetch, seed, isTriedAgain }: Case, defect?: ScheduleDefect) {
  const tally = emptyTally();
  const world = new World({
    sandbox: await createSandbox({ dripMs: 1, providers: ["stripe"] }),
    ...{ clock, fetch, seed, tally, defect, store: memoryJournal() },
    ...{ provider: "stripe", serial: "s1" },
  });
  await world.refund(refund);
  await world.wait();
  await world.look();
  // A person says wrongly that it did not happen, and decides so when asked.
  await world.evidence("misreport", 0);
  await world.evidence("misreport", 0);
  if (isTriedAgain) {
    await world.refund(refund);
    await world.wait();
  }
  await world.jump(2);
  return { events: tally.events, violations: await world.end() };
}

describe.each(cases)("a refund that is $state", (given) => {
  test("needs a review", async () => {
    const { events, violations } = await after(given);
    expect(events["true notifications"]).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });

  test("and it is noticed if the notification is dropped", async () => {
    const { violations } = await after(given, given.defect);
    const text = `is ${given.state} although the provider signed that it succeeded`;
    expect(violations.map((one) => one.text).join()).toContain(text);
  });
});
