/** Whether a worker still has what the queue gave it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { claimOf } from "../src/queue/claim.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function claim(answers: (readonly string[] | Error)[]) {
  let asked = 0;
  const holds = claimOf(async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return new Set(answer);
  }, 5000);
  return { holds, asked: () => asked };
}

test("the queue is asked once for all, and again when its answer is old", async () => {
  const { holds, asked } = claim([["a", "b"], ["b"]]);
  expect(await Promise.all(["a", "b", "c"].map(holds))).toEqual([true, true, false]);
  vi.advanceTimersByTime(4000);
  expect(await holds("a")).toBe(true);
  expect(asked()).toBe(1);
  vi.advanceTimersByTime(1500);
  expect(await holds("a")).toBe(false);
  expect(await holds("b")).toBe(true);
});

test("after a pause that only one of the clocks shows, the queue is asked again", async () => {
  const { holds } = claim([["a"], []]);
  expect(await holds("a")).toBe(true);
  vi.setSystemTime(Date.now() + 20_000);
  expect(await holds("a")).toBe(false);
});

test("an answer that arrives late proves nothing", async () => {
  const holds = claimOf(async () => {
    vi.advanceTimersByTime(6000);
    return new Set(["a"]);
  }, 5000);
  expect(await holds("a")).toBe(false);
});

test("without an answer it is not known, and the next question is asked", async () => {
  const { holds } = claim([new Error("away"), ["a"]]);
  expect(await holds("a")).toBe(false);
  expect(await holds("a")).toBe(true);
});
