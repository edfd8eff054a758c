/** A cache that ignores `no-store`, and answers a refund that was sent again with the answer from before. */
import { createSandbox } from "@refunds/sandbox";
import { memoryJournal } from "refunds";
import { afterAll, expect, test } from "vitest";
import { stopTime } from "../../src/schedules/clock.ts";
import { emptyTally } from "../../src/schedules/tally.ts";
import { World } from "../../src/schedules/world.ts";

const clock = stopTime();
afterAll(() => clock.release());

const refund = {
  key: 2,
  process: 0,
  resend: true,
  shape: "plain data",
  refundable: "given",
  aborted: false,
  newReference: true,
} as const;

const worldOf = async (provider: string, seed: number, tally = emptyTally()) =>
  new World({
    sandbox: await createSandbox({ dripMs: 1, providers: [provider] }),
    clock,
    store: memoryJournal(),
    provider,
    fetch: "caching everything",
    serial: "s1",
    seed,
    defect: undefined,
    tally,
  });

test("an answer from a cache says what was known at the first time, as one that the provider remembers", async () => {
  const world = await worldOf("adyen", 1107711512);
  await world.refund(refund);
  // It has succeeded, and then people say that it has not.
  await world.look();
  await world.evidence("misreport", 2);
  await world.evidence("misreport", 2);
  await world.refund(refund);
  expect(await world.end()).toEqual([]);
});

test("the answer to another refund is believed while the journal, which knows its id, is away", async () => {
  const tally = emptyTally();
  const world = await worldOf("ottpay", 1662184707, tally);
  await world.refund({ ...refund, key: 0 });
  await world.refund({ ...refund, key: 3 });
  await world.sleep();
  world.outage({ kind: "refuses", ms: 20_000, after: 1 });
  await world.refund({ ...refund, refundable: "too large" });
  await world.look();
  expect(tally.notPromised).toEqual({ "a cached answer was believed": 1 });
  expect(await world.end()).toEqual([]);
});
