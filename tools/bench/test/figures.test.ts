import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import budgets from "../budgets.json" with { type: "json" };
import { page, readFigures, withPart } from "../src/figures.ts";
import { measuredNow } from "../src/measured.ts";
import { pageOf } from "../src/page.ts";
import { type Part, partNames } from "../src/run.ts";
import { median, ratios, spreadOf } from "../src/statistics.ts";
import { sampleOf } from "../src/subjects/sample.ts";
import { verdictsOf } from "../src/verdict.ts";

const series = (name: string, cpuUs: number[]) => ({ name, cpuUs, wallUs: cpuUs, bytes: 1024 });

const part = (most: number): Part => ({
  name: "calls",
  ...measuredNow("calls"),
  about: "About it.",
  goals: [{ subject: "one", of: "other", most }],
  series: [series("one", [20, 60, 30]), series("other", [10, 20, 10])],
});

describe("statistics", () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])("the median of %j is %d", (values, middle) => expect(median(values)).toBe(middle));

  test("a ratio compares the same turn, so a slow one hits both", () => {
    expect(spreadOf(ratios([20, 60, 30], [10, 20, 10]))).toEqual({ median: 3, least: 2, most: 3 });
  });
});

test("a goal is met by the median, and missed above it", () => {
  expect(verdictsOf(part(3))).toMatchObject([{ met: true }]);
  expect(verdictsOf(part(2.9))).toMatchObject([{ met: false }]);
});

test("the page says which goals are missed", () => {
  expect(pageOf({ parts: [part(2.9)] })).toContain(
    "| one: CPU of other, times | 2.9 | 3 (2 – 3) | **no** |",
  );
});

describe("docs/figures", () => {
  const figures = readFigures();

  test("bench.md is what bench.json says", () => {
    expect(pageOf(figures)).toBe(readFileSync(page, "utf8"));
  });

  test("every part is measured, and says when and with which command", () => {
    expect(figures.parts.map(({ name }) => name)).toEqual(partNames);
    for (const { name, date, command } of figures.parts) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(command).toBe(`npm run bench -- --only ${name} --write`);
    }
  });

  test("every part has the subjects and the goals of the budgets", () => {
    for (const { name, about, goals, series } of figures.parts) {
      const budget = budgets[name];
      expect({ about, goals }, name).toEqual({ about: budget.about, goals: budget.goals });
      const subjects = budget.subjects.map((subject) => subject.name);
      expect(series.map((measured) => measured.name).sort(), name).toEqual(subjects.sort());
    }
  });

  test("a part that is measured again leaves the others, with their dates and machines", () => {
    const old = figures.parts.map((each) => ({ ...each, date: "2026-01-02" }));
    const { parts } = withPart({ parts: old }, { ...part(3), date: "2026-03-04" });
    expect(parts.map(({ name }) => name)).toEqual(partNames);
    const changed = parts.filter(({ date }) => date !== "2026-01-02");
    expect(changed.map(({ name }) => name)).toEqual(["calls"]);
    expect(parts.filter(({ name }) => name !== "calls")).toEqual(
      old.filter(({ name }) => name !== "calls"),
    );
  });
});

describe("the budgets file", () => {
  test.each(Object.entries(budgets))(
    "every goal of %s is about its subjects",
    (_, { goals, subjects }) => {
      const names = subjects.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { subject, of } of goals as { subject: string; of?: string }[]) {
        expect(names).toContain(subject);
        if (of !== undefined) expect(names).toContain(of);
      }
    },
  );
});

test("each refund of a sample is of another payment, and its answer repeats it", () => {
  const sample = sampleOf("stripe");
  const { payment } = sample.given(7);
  expect(sample.given(8).payment).not.toEqual(payment);
  expect(sample.answer(7)).toContain(`"${payment.paymentIntent}"`);
  expect(sample.given(8, 7).payment).toEqual(payment);
});
