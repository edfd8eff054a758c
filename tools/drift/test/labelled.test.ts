import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cases } from "./labelled/cases.ts";
import { page } from "./labelled/document.ts";
import { sets } from "./labelled/label.ts";
import { outlines } from "./labelled/outline.ts";
import { readingOf } from "./labelled/reading.ts";
import { run } from "./labelled/run.ts";
import { broken, summarise } from "./labelled/summary.ts";

const results = await run(cases);
const summaries = sets.map((set) => summarise(results, set));

describe.each(summaries)("the set $set", (summary) => {
  test("is large enough to say something", () => {
    expect(summary.cases).toBeGreaterThanOrEqual(100);
    // The later changes by hand are a set of their own.
    if (summary.set !== "later, by seed") expect(summary.byHand).toBeGreaterThanOrEqual(50);
  });

  test("every change is found, no major is called less, and hardly anything else alarms", () => {
    expect(broken(summary)).toEqual([]);
  });
});

test.each(Object.keys(outlines).filter((name) => outlines[name]?.reads))(
  "docs:accept takes %s as it is written, and reads what stands there",
  async (name) => {
    expect(await readingOf(name)).toEqual({ page: name, status: "accepted", amiss: [] });
  },
);

test("every case differs from its page", () => {
  const same = cases.filter(({ page: name, content }) => content === outlines[name]?.page);
  expect(same.map((one) => `${one.page} ${one.n}`)).toEqual([]);
});

test("docs/docs-check-confusion.md is what pnpm docs:confusion --write gives", () => {
  const kept = readFileSync(
    new URL("../../../docs/docs-check-confusion.md", import.meta.url),
    "utf8",
  );
  expect(kept).toBe(page(summaries));
});

describe("what counts as a miss", () => {
  const [some] = results;
  const broke = (change: Partial<NonNullable<typeof some>>) => {
    if (!some) throw new Error("There are no cases.");
    return broken(summarise([{ ...some, ...change }], some.set));
  };
  const major = { kind: "removed", about: "request.note", effect: "major" } as const;

  test.each([
    [
      "a change that is not found",
      { label: { changes: [major] }, found: [], missed: [major], called: "major" },
    ],
    [
      "a major called less",
      { label: { changes: [major] }, found: [major], missed: [], called: "minor" },
    ],
    [
      "a major called unreadable",
      { label: { changes: [major] }, found: [major], missed: [], called: "unreadable" },
    ],
    [
      "words called a change",
      { label: { changes: [], nothing: "words" }, found: [], missed: [], called: "patch" },
    ],
    [
      "layout called unreadable",
      { label: { changes: [], nothing: "layout" }, found: [], missed: [], called: "unreadable" },
    ],
    [
      "a cut page taken for read",
      { label: { changes: [], unreadable: true }, found: [], missed: [], called: "major" },
    ],
    ["a page that is refused", { label: { changes: [major] }, missed: [], called: "refused" }],
  ] as const)("%s", (_, change) => {
    expect(broke(change)).toHaveLength(1);
  });

  test("nothing else", () => {
    const right = { found: [], missed: [], called: "words" } as const;
    expect(broke({ label: { changes: [], nothing: "words" }, ...right })).toEqual([]);
  });
});
