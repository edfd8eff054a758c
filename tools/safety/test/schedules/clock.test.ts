import { afterEach, beforeEach, expect, test } from "vitest";
import { type StoppedClock, stopTime } from "../../src/schedules/clock.ts";

let clock: StoppedClock;
beforeEach(() => {
  clock = stopTime();
});
afterEach(() => clock.release());

test("a digest that is under way ends before time passes", async () => {
  let isDone = false;
  const bytes = new Uint8Array(100_000_000);
  const digest = crypto.subtle.digest("SHA-256", bytes).then((found) => {
    isDone = true;
    return found;
  });
  await clock.settle();
  expect(isDone).toBe(true);
  const stopped = await digest;
  clock.release();
  expect(stopped).toEqual(await crypto.subtle.digest("SHA-256", bytes));
});

test("release() gives the process its own functions back", () => {
  clock.release();
  expect(Object.keys(crypto.subtle)).toEqual([]);
});
