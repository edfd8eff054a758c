import type { JournalRecord } from "@refunds/journal";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type JournalStore, memoryJournal } from "../src/index.ts";
import { live, type Step } from "./support/town.ts";

const process = fc.nat(1);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant("refund" as const), key: fc.nat(3), process }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("crash" as const), process, after: fc.nat(6) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom("wait" as const, "sleep", "look") }),
    },
  ),
  { minLength: 2, maxLength: 12 },
);

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

/** Runs schedules until something goes wrong, of the given kind. */
async function check(kind: RegExp, journalOf?: (shared: JournalStore) => JournalStore) {
  const told = new Set<string>();
  const property = fc.asyncProperty(steps, fc.integer({ min: 1 }), async (schedule, seed) => {
    const verdict = await live(schedule, seed, memoryJournal(), journalOf);
    for (const status of verdict.told) told.add(status);
    expect(verdict.wrong.filter((wrong) => kind.test(wrong))).toEqual([]);
  });
  return { told, details: await fc.check(property, { numRuns: 250, seed: 1042 }) };
}

test("no refund happens twice, and nobody is told wrongly, whatever fails and crashes", async () => {
  const { told, details } = await check(/./);
  expect(fc.defaultReportMessage(details)).toBeUndefined();
  // The schedules are not idle.
  expect([...told].sort()).toEqual([
    "declined",
    "needs_review",
    "not_sent",
    "pending",
    "succeeded",
    "unknown",
  ]);
});

describe("the same schedules find what goes wrong", () => {
  test("where the journal is written after the request has left", async () => {
    const { details } = await check(/refunded \d times/, writingLate);
    expect(details.failed).toBe(true);
  });

  test("where refunds of one payment do not know of each other", async () => {
    const { details } = await check(/of 150 refunded/, forgettingPayments);
    expect(details.failed).toBe(true);
  });
});

/** Keeps what leaves to itself, and writes it with its outcome. */
function writingLate(store: JournalStore): JournalStore {
  const leaving = new Map<string, JournalRecord>();
  return {
    ...store,
    transact: (key, payment, decide) =>
      store.transact(key, payment, (found) => {
        const decision = decide({ ...found, record: leaving.get(key) ?? found.record });
        const { write, result } = decision;
        if (write?.state === "leaving") leaving.set(key, write);
        else if (write) leaving.delete(key);
        return write?.state === "leaving" ? { result } : decision;
      }),
  };
}

/** Shows a decision nothing of the payment's other refunds. */
const forgettingPayments = (store: JournalStore): JournalStore => ({
  ...store,
  transact: (key, payment, decide) =>
    store.transact(key, payment, ({ record }) => decide({ record, ofPayment: [] })),
});
