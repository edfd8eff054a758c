import { createSandbox } from "@refunds/sandbox";
import { startPostgres } from "@refunds/testing/postgres";
import { providers } from "refunds";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientOf } from "../../src/schedules/client-of.ts";
import { keyEvents } from "../../src/schedules/key-faults.ts";
import { notificationEvents } from "../../src/schedules/notifications.ts";
import type { SchedulesOptions, SchedulesResult } from "../../src/schedules/run-schedules.ts";
import { shapeNames } from "../../src/schedules/shapes.ts";
import { shareSchedules } from "../../src/schedules/share-schedules.ts";
import { notifying, providersFor, violationOf } from "./pinned/pinned-defects.ts";

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const run = (given: Omit<SchedulesOptions, "postgresUrl" | "onProgress">) =>
  shareSchedules({ ...given, processes: 1, postgresUrl: server.url });

const counts = ({ tally }: SchedulesResult) => ({ ...tally });

const runs = 300;
const seed = 17;

/** Providers that promise to carry out a key once within a stated time. */
const rememberingProviders = ["braintree", "mollie", "paypal", "stripe"];

test("no refund happens twice, no outcome is reported wrongly, and every kind of event occurs", async () => {
  const result = await run({ runs, seed });
  expect(result.failure).toBeUndefined();
  const { tally } = result;
  expect(tally.violations).toEqual({});
  expect(tally.schedules).toBe(runs);
  expect(Object.keys(tally.reported).sort()).toEqual([
    "JournalError",
    "RefundError",
    "declined",
    "needs_review",
    "not_sent",
    "pending",
    "reversed",
    "succeeded",
    "unknown",
  ]);
  expect(Object.keys(tally.byProvider).sort()).toEqual(Object.keys(providers).sort());
  expect(Object.keys(tally.byJournal).sort()).toEqual(["Postgres", "SQLite", "memory"]);
  expect(Object.keys(tally.byFetch).sort()).toEqual([
    "as it is",
    "caching",
    "caching everything",
    "failing before dispatch",
    "slow",
  ]);
  expect(Object.keys(tally.faults).length).toBeGreaterThanOrEqual(14);
  const elsewhere: readonly string[] = [...keyEvents, ...notificationEvents];
  const events = Object.keys(tally.events).filter((name) => !elsewhere.includes(name));
  expect(events.sort()).toEqual(
    [
      ...shapeNames,
      "a journal that is locked",
      "a journal that loses the answer",
      "a journal that refuses",
      "accounts that send elsewhere",
      "answers from a cache",
      "clock jumps",
      "crashes",
      "evidence delivered again",
      "hours slept",
      "outcomes not recorded",
      "pending refunds that succeeded",
      "processes that overslept",
      "reversals",
      "true evidence",
      "wrong evidence",
    ].sort(),
  );
  for (const settled of ["query: succeeded", "evidence: declined", "evidence: reversed"]) {
    expect(tally.settled[settled]).toBeGreaterThan(0);
  }
  for (const settled of [
    "wrong evidence: declined",
    "wrong evidence: succeeded",
    "evidence: needs_review",
  ]) {
    expect(tally.settled[settled]).toBeGreaterThan(0);
  }
});

test("the same seed draws the same schedules with the same results", async () => {
  const [one, other] = [await run({ runs: 60, seed: 7 }), await run({ runs: 60, seed: 7 })];
  expect(counts(one)).toEqual(counts(other));
});

/** Common ones. Each has a schedule of its own in `pinned.test.ts`, which says nothing of what random ones find. */
test.each(["no-payment-rule", "late-record", "contradiction-refused"] as const)(
  "random schedules find the defect %s",
  async (defect) => {
    const { failure } = await run({ runs, seed, defect, shrink: false });
    expect(failure?.text).toContain(violationOf[defect]);
  },
);

test("where providers send notifications, true, old and forged ones come, and none breaks a rule", async () => {
  const { failure, tally } = await run({ runs, seed, providers: notifying });
  expect(failure).toBeUndefined();
  for (const event of notificationEvents) expect(tally.events[event], event).toBeGreaterThan(0);
});

describe("where providers remember keys", () => {
  test("which are these", async () => {
    const sandbox = await createSandbox();
    const promising = sandbox.providers.filter(
      ({ provider }) => clientOf(sandbox, provider, sandbox.fetch).evidence?.sameKey?.for,
    );
    expect(promising.map(({ provider }) => provider)).toEqual(rememberingProviders);
  });

  test("uncertain refunds are sent again, and no money moves twice", async () => {
    const { failure, tally } = await run({ runs, seed: 7, providers: rememberingProviders });
    expect(failure).toBeUndefined();
    expect(tally.violations).toEqual({});
    for (const event of keyEvents) expect(tally.events[event], event).toBeGreaterThan(0);
    for (const status of ["succeeded", "pending"])
      expect(tally.settled[`sent again: ${status}`], status).toBeGreaterThan(0);
  });
});

test("the printed seed and path reproduce a failure, and shrink to the same schedule", async () => {
  const { tally, failure } = await run({
    runs,
    seed,
    defect: "no-payment-rule",
    providers: providersFor("no-payment-rule"),
  });
  expect(tally.violations["double refund"]).toBeGreaterThan(0);
  const again = await run({
    runs: 1,
    seed: failure?.seed ?? 0,
    defect: "no-payment-rule",
    providers: providersFor("no-payment-rule"),
    path: failure?.path ?? "",
  });
  expect(again.failure?.text).toBe(failure?.text);
});
