/** What is true of a refund that the provider accepted and then let fail. */
import type { Sandbox } from "@refunds/sandbox";
import { expect, test } from "vitest";
import { keyHeader } from "../../src/processes/shop/messages.ts";
import { checkOutcome } from "../../src/processes/truth.ts";
import { Ledger } from "../../src/schedules/ledger.ts";
import { emptyTally } from "../../src/schedules/tally.ts";
import { noteFailure, type TrackedRefund } from "../../src/schedules/tracked-refund.ts";

const keys = ["k0", "k1", "k2", "k3"];

/** The first attempt of k0 moved money so often, and its latest refund failed. */
function failedAfter(movements: number) {
  const headers = { [keyHeader]: "k0#0" };
  const request = {
    operation: "refund",
    arrived: true,
    moved: true,
    situation: "pending",
    headers,
  };
  const sandbox = { requests: Array.from({ length: movements }, () => request), refunds: [] };
  const ledger = new Ledger({
    ...{ sandbox: sandbox as unknown as Sandbox, tally: emptyTally() },
    ...{ sameKey: undefined, random: () => 0 },
    requests: keys.map((key) => ({ account: "shop", key, payment: { id: "1" } })) as never,
  });
  const tracked = ledger.of("k0") as TrackedRefund;
  noteFailure(tracked);
  const isTrue = (status: string) => checkOutcome("k0", status, ledger.truth(tracked)).length === 0;
  return { ledger, tracked, isTrue };
}

test("another refund of its attempt stands, so it is not declined", () => {
  const { ledger, tracked, isTrue } = failedAfter(2);
  expect(ledger.truth(tracked)).toMatchObject({ moved: 1, pending: 1 });
  expect(isTrue("declined")).toBe(false);
});

test("it may be succeeded or pending until the journal has taken that it failed", () => {
  const { tracked, isTrue } = failedAfter(1);
  const statuses = ["succeeded", "pending"];
  expect(statuses.filter(isTrue)).toEqual(statuses);
  tracked.failureKnown = true;
  expect(statuses.filter(isTrue)).toEqual([]);
  expect(isTrue("declined")).toBe(true);
});
