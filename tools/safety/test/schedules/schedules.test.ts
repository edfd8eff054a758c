import { startPostgres } from "@refunds/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SchedulesOptions, SchedulesResult } from "../../src/schedules/run-schedules.ts";
import { shareSchedules } from "../../src/schedules/share-schedules.ts";

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const run = (given: Pick<SchedulesOptions, "runs" | "seed" | "spoil" | "path">) =>
  shareSchedules({ ...given, processes: 1, postgresUrl: server.url });

/** All but the sum of it all: schedules that were drawn and how they went. */
const counts = ({ tally }: SchedulesResult) => ({ ...tally });

test("no refund happens twice and nobody is told wrongly, and no schedule is idle", async () => {
  const result = await run({ runs: 250, seed: 1042 });
  expect(result.failure).toBeUndefined();
  const { tally } = result;
  expect(tally.wrong).toEqual({});
  expect(tally.schedules).toBe(250);
  expect(Object.keys(tally.told).sort()).toEqual([
    "declined",
    "needs_review",
    "not_sent",
    "pending",
    "succeeded",
    "unknown",
  ]);
  expect(Object.keys(tally.byProvider)).toHaveLength(4);
  expect(Object.keys(tally.byJournal).sort()).toEqual(["Postgres", "SQLite", "memory"]);
  expect(Object.keys(tally.faults).length).toBeGreaterThanOrEqual(15);
  expect(Object.keys(tally.happenings).sort()).toEqual(["clock jumps", "crashes", "hours slept"]);
  expect(tally.settled["query: succeeded"]).toBeGreaterThan(0);
  expect(tally.settled["word: declined"]).toBeGreaterThan(0);
});

test("the same seed draws the same schedules, and they go the same way", async () => {
  const [one, other] = [await run({ runs: 60, seed: 7 }), await run({ runs: 60, seed: 7 })];
  expect(counts(one)).toEqual(counts(other));
});

test.each(["late-record", "no-payment-rule"] as const)(
  "%s: the same schedules find double refunds, and shrink to one that shows it",
  async (spoil) => {
    const { tally, failure } = await run({ runs: 250, seed: 1042, spoil });
    expect(tally.wrong["double refund"]).toBeGreaterThan(0);
    expect(failure?.text).toContain("double refund");
    const again = await run({
      runs: 1,
      seed: failure?.seed ?? 0,
      spoil,
      path: failure?.path ?? "",
    });
    expect(again.failure?.text).toBe(failure?.text);
  },
);
