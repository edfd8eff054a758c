import { describe, expect, test } from "vitest";
import budgets from "../budgets.json" with { type: "json" };
import { pageOf } from "../src/page.ts";
import type { Part } from "../src/run.ts";
import { median, ratios, spreadOf } from "../src/statistics.ts";
import { sampleOf } from "../src/subjects/sample.ts";
import { verdictsOf } from "../src/verdict.ts";

const series = (name: string, cpuUs: number[]) => ({ name, cpuUs, wallUs: cpuUs, bytes: 1024 });

const part = (most: number): Part => ({
  name: "calls",
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
  const machine = { cpu: "x", cores: 2, memoryGb: 1, node: "24", platform: "linux", load: 0 };
  const run = { date: "2026-01-01", command: "x", machine, parts: [part(2.9)] };
  expect(pageOf(run)).toContain("| one: CPU of other, times | 2.9 | 3 (2 – 3) | **no** |");
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
