import { createSandbox } from "@refunds/sandbox";
import { startPostgres } from "@refunds/testing/postgres";
import { providers } from "refunds";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientOf } from "../../src/schedules/client-of.ts";
import type { ScheduleDefect } from "../../src/schedules/defects.ts";
import { keyEvents } from "../../src/schedules/key-faults.ts";
import { notificationEvents } from "../../src/schedules/notifications.ts";
import { resendDefectNames } from "../../src/schedules/resend-defects.ts";
import type { SchedulesOptions, SchedulesResult } from "../../src/schedules/run-schedules.ts";
import { shapeNames } from "../../src/schedules/shapes.ts";
import { shareSchedules } from "../../src/schedules/share-schedules.ts";

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

/** So that these schedules stay the same, and find every defect, whatever providers are added. */
const fixedProviders = ["bbmsl", "openpayd", "ottpay", "yedpay"];

/** Some that send notifications, of failures, too. */
const fixedNotifying = ["razorpay", "stripe", "yedpay"];

/** Schedules that show a defect of which a test would otherwise have to run thousands. `safety schedules` printed them. */
const rareSchedules: Partial<Record<ScheduleDefect, { seed: number; path: string }>> = {
  "earlier-attempt-forgotten": { seed: 3, path: "499" },
  "not-sent-is-ambiguous": { seed: 3, path: "7517" },
  "failure-dropped": { seed: 3, path: "907" },
};

/** Providers that promise to carry out a key once within a stated time. */
const rememberingProviders = ["braintree", "mollie", "paypal", "stripe"];

/** So that these schedules, too, stay the same. */
const fixedRemembering = ["paypal", "stripe"];

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

/** Has a test of its own, because one of many thousands of schedules shows it. */
type OwnTest = "late-decline-settles";

/** The first violation that each defect causes. */
const found: Readonly<Record<Exclude<ScheduleDefect, OwnTest>, string>> = {
  "late-record": "double refund",
  "no-payment-rule": "double refund",
  "payment-with-everything": "was sent while",
  "amount-by-spread": "amount is missing",
  "read-twice": "belongs to another refund",
  "cache-allowed": "reported wrongly",
  "refund-ids-not-compared": "reported wrongly",
  "contradiction-refused": "record() of refund-",
  "evidence-replaces": "was recorded, and it is",
  "late-answer-dropped": "which is missing from its history",
  "last-refundable": "double refund",
  "reversed-takes-amount": "which refunded nothing",
  "settle-once": "was not recorded, although the outage was short enough",
  "forged-believed": "a forged notification was believed",
  "answer-forgotten": "may still be being sent",
  "after-the-window": "was sent again",
  "from-the-last-send": "was sent again",
  "another-key": "was sent again",
  "front-believed": "reported wrongly",
  "another-body": ", not 100",
  "evidence-of-before": "was delivered again, and it is declined",
  "earlier-attempt-forgotten": "was recorded, and it is succeeded",
  "not-sent-is-ambiguous": "although the provider signed that it failed",
  "environments-not-compared": "a request went to an environment to which the refund was not sent",
  "settled-elsewhere": "for an environment to which it was not sent",
  "failure-declines": "is declined although the provider signed that it failed",
  "failure-dropped": "although the provider signed that it failed",
};

/** The providers that a defect needs. The others show in any. */
const providersFor: Partial<Record<ScheduleDefect, readonly string[]>> = {
  "forged-believed": fixedNotifying,
  "not-sent-is-ambiguous": ["worldpay"],
  "failure-declines": fixedNotifying,
  "failure-dropped": fixedNotifying,
  ...Object.fromEntries(resendDefectNames.map((name) => [name, fixedRemembering])),
};

const defects = Object.keys(found) as (keyof typeof found)[];

test.each(defects)("schedules find the defect %s, and nothing without it", async (defect) => {
  const given = {
    ...{ runs: 2000, seed, ...rareSchedules[defect] },
    providers: providersFor[defect] ?? fixedProviders,
    shrink: false,
  };
  const { failure } = await run({ ...given, defect });
  expect(failure?.text).toContain(found[defect]);
  const same = { seed: failure?.seed ?? 0, path: failure?.path ?? "" };
  expect((await run({ ...given, ...same })).failure).toBeUndefined();
});

test("where providers send notifications, true, old and forged ones come, and none breaks a rule", async () => {
  const { failure, tally } = await run({ runs, seed, providers: fixedNotifying });
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
    providers: fixedProviders,
  });
  expect(tally.violations["double refund"]).toBeGreaterThan(0);
  const again = await run({
    runs: 1,
    seed: failure?.seed ?? 0,
    defect: "no-payment-rule",
    providers: fixedProviders,
    path: failure?.path ?? "",
  });
  expect(again.failure?.text).toBe(failure?.text);
});
