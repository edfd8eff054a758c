import { afterAll, beforeAll, expect, test } from "vitest";
import { type Journals, openJournals } from "../../src/processes/journals.ts";
import { runRaces } from "../../src/races/run-races.ts";

let journals: Journals;
beforeAll(async () => {
  journals = await openJournals();
});
afterAll(() => journals.close());

test("a part of the full run: one request for each key, one at a time for each payment", async () => {
  const runs = await runRaces({ journals, seed: 7, rounds: 6 });
  expect(runs).toHaveLength(12);
  expect(new Set(runs.map(({ race }) => race)).size).toBe(4);
  expect(runs.flatMap(({ violations }) => violations)).toEqual([]);
  expect(runs.every(({ arrived }) => arrived > 0)).toBe(true);
}, 120_000);

test("the same races find a journal in which refunds of a payment do not see each other", async () => {
  const runs = await runRaces({ journals, seed: 7, rounds: 6, defect: "no-payment-rule" });
  for (const store of ["SQLite", "Postgres"]) {
    const own = runs.filter((run) => run.store === store);
    const kinds = own.flatMap(({ violations }) => violations.map(({ kind }) => kind));
    expect(kinds).toContain("in flight together");
    expect(kinds).toContain("double refund");
  }
}, 120_000);

test("repeated races find a Postgres journal that does not lock the payment", async () => {
  const found = async (seed: number) => {
    const runs = await runRaces({ journals, seed, rounds: 12, defect: "no-payment-lock" });
    return runs.flatMap(({ store, violations }) =>
      violations.map(({ kind }) => `${store}: ${kind}`),
    );
  };
  // Two decisions must meet in the same millisecond, which happens in about one of four rounds.
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 10 && kinds.size === 0; seed++) {
    for (const kind of await found(seed)) kinds.add(kind);
  }
  expect([...kinds].join()).toMatch(/Postgres: (in flight together|rule broken|double refund)/);
  expect([...kinds].join()).not.toContain("SQLite");
}, 240_000);
