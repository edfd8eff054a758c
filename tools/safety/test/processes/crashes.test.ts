import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CrashOptions, runCrashes } from "../../src/crashes/run-crashes.ts";
import { type Journals, openJournals } from "../../src/processes/journals.ts";

let journals: Journals;
beforeAll(async () => {
  journals = await openJournals();
});
afterAll(() => journals.close());

/** Where a journal that is written late has forgotten what left, and a refund by which it shows. */
const telling = {
  scenes: ({ provider, credentials, reply }) =>
    provider === "ottpay" && credentials === 0 && reply === "succeeded",
  steps: ({ name }) =>
    ["opening: written", "refund request: carried out, not answered"].includes(name),
} satisfies Partial<CrashOptions>;

const wrongOf = async (options: Omit<CrashOptions, "journals">) => {
  const { crashes } = await runCrashes({ journals, ...options });
  return crashes.map(({ store, point, wrong }) => ({ store, point, wrong }));
};

test("a few of the full run: nothing is refunded twice, nobody is told wrongly", async () => {
  const isChosen = (_: unknown, at: number) => at % 8 === 0;
  const { crashes } = await runCrashes({ journals, scenes: isChosen, steps: isChosen });
  expect(crashes.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(new Set(crashes.map(({ store }) => store))).toEqual(new Set(["SQLite", "Postgres"]));
  expect(crashes.length).toBeGreaterThan(6);
}, 120_000);

describe("the same crashes", () => {
  test("with a journal as it should be: money moves once, or not at all", async () => {
    const { crashes } = await runCrashes({ journals, ...telling });
    expect(crashes.map(({ store, point, told, moved }) => [store, point, told, moved])).toEqual(
      ["SQLite", "Postgres"].flatMap((store) => [
        [store, "opening: written", "unknown", 0],
        [store, "refund request: carried out, not answered", "unknown", 1],
      ]),
    );
    expect(crashes.flatMap(({ wrong }) => wrong)).toEqual([]);
  }, 120_000);

  test("with a journal that is written late: double refunds", async () => {
    const found = await wrongOf({ ...telling, spoil: "late-record" });
    const doubles = found.filter(({ wrong }) => wrong.some(({ kind }) => kind === "double refund"));
    expect(doubles.map(({ store, point }) => `${store}, ${point}`)).toEqual([
      "SQLite, refund request: carried out, not answered",
      "Postgres, refund request: carried out, not answered",
    ]);
  }, 120_000);
});
