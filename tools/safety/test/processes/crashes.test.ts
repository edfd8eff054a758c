import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CrashOptions, runCrashes } from "../../src/crashes/run-crashes.ts";
import { type Journals, openJournals } from "../../src/processes/journals.ts";

let journals: Journals;
beforeAll(async () => {
  journals = await openJournals();
});
afterAll(() => journals.close());

/** Where a journal that is written late has forgotten what left, by a refund that the provider would do twice. */
const telling = {
  scenes: ({ provider, credentials, reply }) =>
    provider === "ottpay" && credentials === 0 && reply === "succeeded",
  steps: ({ name }) => name === "refund request: carried out, not answered",
} satisfies Partial<CrashOptions>;

test("a few of the full run: nothing is refunded checkSentOnce, nobody is told wrongly", async () => {
  const isChosen = (_: unknown, at: number) => at % 8 === 0;
  const { crashes } = await runCrashes({ journals, scenes: isChosen, steps: isChosen });
  expect(crashes.flatMap(({ violations }) => violations)).toEqual([]);
  expect(new Set(crashes.map(({ store }) => store))).toEqual(new Set(["SQLite", "Postgres"]));
  expect(crashes.length).toBeGreaterThan(6);
}, 120_000);

describe("the same crashes", () => {
  const stores = ["SQLite", "Postgres"] as const;

  test("with a journal as it should be: money moved once, and the next one learns that nobody knows", async () => {
    const { crashes } = await runCrashes({ journals, ...telling });
    expect(crashes).toMatchObject(
      stores.map((store) => ({ store, told: "unknown", moved: 1, settled: true, violations: [] })),
    );
  }, 120_000);

  test("with a journal that is written late: double refunds", async () => {
    const { crashes } = await runCrashes({ journals, ...telling, defect: "late-record" });
    expect(crashes).toMatchObject(stores.map((store) => ({ store, moved: 2 })));
    for (const { violations } of crashes) {
      expect(violations.map(({ kind }) => kind)).toContain("double refund");
    }
  }, 120_000);
});
