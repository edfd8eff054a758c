import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CrashOptions, runCrashes } from "../../src/crashes/run-crashes.ts";
import { type Journals, openJournals } from "../../src/processes/journals.ts";

let journals: Journals;
beforeAll(async () => {
  journals = await openJournals();
});
afterAll(() => journals.close());

/** A crash after which a journal that is written late would refund twice. */
const decisive = {
  scenes: ({ provider, credentials, reply }) =>
    provider === "ottpay" && credentials === 0 && reply === "succeeded",
  steps: ({ name }) => name === "refund request: done, not answered",
} satisfies Partial<CrashOptions>;

test("a part of the full run: nothing is refunded twice, no outcome is reported wrongly", async () => {
  const every = (nth: number) => (_: unknown, at: number) => at % nth === 0;
  const { crashes } = await runCrashes({ journals, scenes: every(24), steps: every(8) });
  expect(crashes.flatMap(({ violations }) => violations)).toEqual([]);
  expect(new Set(crashes.map(({ store }) => store))).toEqual(new Set(["SQLite", "Postgres"]));
  expect(crashes.length).toBeGreaterThan(6);
}, 120_000);

describe("the same crashes", () => {
  const stores = ["SQLite", "Postgres"] as const;

  test("with a correct journal: money moves once, and the next process reports unknown", async () => {
    const { crashes } = await runCrashes({ journals, ...decisive });
    expect(crashes).toMatchObject(
      stores.map((store) => ({
        store,
        status: "unknown",
        moved: 1,
        settled: true,
        violations: [],
      })),
    );
  }, 120_000);

  test("with a journal that is written late: double refunds", async () => {
    const { crashes } = await runCrashes({ journals, ...decisive, defect: "late-record" });
    expect(crashes).toMatchObject(stores.map((store) => ({ store, moved: 2 })));
    for (const { violations } of crashes) {
      expect(violations.map(({ kind }) => kind)).toContain("double refund");
    }
  }, 120_000);
});
