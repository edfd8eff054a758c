/** A cache that ignores `no-store`, and answers a refund that was sent again with the answer from before. */
import { createSandbox } from "@refunds/sandbox";
import { memoryJournal } from "refunds";
import { afterAll, expect, test } from "vitest";
import { stopTime } from "../../src/schedules/clock.ts";
import { emptyTally } from "../../src/schedules/tally.ts";
import { World } from "../../src/schedules/world.ts";

const clock = stopTime();
afterAll(() => clock.release());

test("an answer from a cache says what was known at the first time, as one that the provider remembers", async () => {
  const world = new World({
    sandbox: await createSandbox({ dripMs: 1, providers: ["adyen"] }),
    clock,
    store: memoryJournal(),
    provider: "adyen",
    fetch: "caching everything",
    serial: "s1",
    seed: 1107711512,
    defect: undefined,
    tally: emptyTally(),
  });
  const refund = {
    key: 2,
    process: 0,
    resend: true,
    shape: "plain data",
    refundable: "given",
    aborted: false,
    newReference: true,
  } as const;
  await world.refund(refund);
  // It has succeeded, and then people say that it has not.
  await world.look();
  await world.misreport(2);
  await world.misreport(2);
  await world.refund(refund);
  expect(await world.end()).toEqual([]);
});
