/** A refund that is sent again after wrong evidence is pending again, whatever people saw of the one before. */
import { createSandbox } from "@refunds/sandbox";
import { memoryJournal } from "refunds";
import { afterAll, expect, test } from "vitest";
import { stopTime } from "../../src/schedules/clock.ts";
import { emptyTally } from "../../src/schedules/tally.ts";
import { World } from "../../src/schedules/world.ts";

const clock = stopTime();
afterAll(() => clock.release());

test("each attempt is pending until a person sees that this one has succeeded", async () => {
  const tally = emptyTally();
  const world = new World({
    sandbox: await createSandbox({ dripMs: 1, providers: ["przelewy24"] }),
    clock,
    store: memoryJournal(),
    provider: "przelewy24",
    fetch: "as it is",
    serial: "s1",
    seed: 3,
    defect: undefined,
    tally,
  });
  const refund = {
    key: 1,
    process: 1,
    resend: true,
    shape: "plain data",
    refundable: "given",
    aborted: false,
    newReference: false,
  } as const;
  await world.refund(refund);
  await world.look();
  await world.evidence("misreport", 1);
  await world.evidence("misreport", 1);
  await world.refund(refund);
  await world.wait();
  expect(tally.reported).toMatchObject({ pending: 2 });
  expect(await world.end()).toEqual([]);
});
