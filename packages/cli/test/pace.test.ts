import { expect, test, vi } from "vitest";
import { brakedPace, type SentOutcome } from "../src/run/braked-pace.ts";
import { createPace, retryAfterMs } from "../src/run/pace.ts";
import { progressLine } from "../src/run/progress.ts";

const { signal } = new AbortController();

async function secondsFor(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

test("a rate is not exceeded", async () => {
  const pace = createPace(50);
  const seconds = await secondsFor(async () => {
    await Promise.all(Array.from({ length: 11 }, () => pace.turn(signal)));
  });
  expect(seconds).toBeGreaterThan(0.19);
});

test("without a rate, nothing waits until the provider asks for it", async () => {
  const pace = createPace(undefined);
  pace.slowDown(300);
  expect(await secondsFor(() => pace.turn(signal))).toBeGreaterThan(0.29);
  const stop = new AbortController();
  pace.slowDown(100_000);
  setTimeout(() => stop.abort(), 20);
  await pace.turn(stop.signal);
});

test("many refusals at the same time make the next pause longer once", async () => {
  const pace = createPace(undefined);
  for (let nth = 0; nth < 5; nth++) pace.slowDown();
  expect(await secondsFor(() => pace.turn(signal))).toBeLessThan(1.5);
});

test("refusals during a pause that the provider asked for do not make the next pause longer", async () => {
  const pace = createPace(undefined);
  pace.slowDown(1500);
  pace.slowDown(0);
  await new Promise((resolve) => setTimeout(resolve, 10));
  pace.slowDown();
  // One pause of a second, not of two.
  await pace.turn(signal);
  expect(await secondsFor(() => pace.turn(signal))).toBeLessThan(1.5);
});

test("a slowed account sends one by one, until the provider answers again", async () => {
  const pace = createPace(undefined);
  pace.slowDown(10);
  await pace.turn(signal);
  expect(await secondsFor(() => pace.turn(signal))).toBeGreaterThan(0.9);
  pace.speedUp();
  await pace.turn(signal);
  expect(await secondsFor(() => pace.turn(signal))).toBeLessThan(0.1);
});

const outcome = (status: string, because: string, http?: number) =>
  ({ status, because, ...(http && { raw: { status: http } }) }) as SentOutcome;

const timeout = outcome("unknown", "timeout");
const refused = { ...outcome("declined", "provider_answered"), reason: "rate_limited" };

function braked() {
  const calls = { slowDown: vi.fn(), speedUp: vi.fn() };
  return { ...calls, ...brakedPace({ ...createPace(undefined), ...calls }, "shop") };
}

test("an account is slowed down from the fifth refund in a row that is unknown, and any answer starts the count again", () => {
  const { sent, slowDown } = braked();
  for (let nth = 0; nth < 4; nth++) sent(timeout);
  sent(outcome("succeeded", "provider_answered", 200));
  for (let nth = 0; nth < 4; nth++) sent(timeout);
  // These were not sent, or not for long enough.
  for (const because of ["not_connected", "payment_busy"]) sent(outcome("not_sent", because));
  sent(outcome("unknown", "aborted"));
  expect(slowDown).not.toHaveBeenCalled();
  sent(timeout);
  sent(timeout);
  expect(slowDown).toHaveBeenCalledTimes(2);
});

test("an answer that leaves a refund open does not slow the account down; a server in front that answers does", () => {
  const { sent, slowDown } = braked();
  for (let nth = 0; nth < 4; nth++) sent(timeout);
  for (const because of ["undocumented_answer", "provider_error"]) {
    for (let nth = 0; nth < 6; nth++) sent(outcome("unknown", because, 200));
  }
  expect(slowDown).not.toHaveBeenCalled();
  for (const because of ["unreadable_answer", "undocumented_answer", "provider_error"]) {
    sent(outcome("unknown", because, 503));
  }
  sent(outcome("unknown", "unreadable_answer", 200));
  sent(outcome("unknown", "connection_lost"));
  expect(slowDown).toHaveBeenCalledTimes(1);
});

test("an answer to a query ends a pause after 429, and not one in which no refund is answered", () => {
  const { sent, asked, slowDown, speedUp } = braked();
  sent(refused as SentOutcome);
  expect(slowDown).toHaveBeenCalledTimes(1);
  asked();
  expect(speedUp).toHaveBeenCalledTimes(1);
  for (let nth = 0; nth < 5; nth++) {
    sent(timeout);
    if (nth === 3) asked();
  }
  asked();
  expect(slowDown).toHaveBeenCalledTimes(2);
  expect(speedUp).toHaveBeenCalledTimes(2);
});

test("Retry-After is seconds or a date", () => {
  expect(retryAfterMs("7")).toBe(7000);
  const inAMinute = retryAfterMs(new Date(Date.now() + 60_000).toUTCString()) ?? 0;
  expect(Math.abs(inAMinute - 60_000)).toBeLessThan(2000);
  expect(retryAfterMs("soon")).toBeUndefined();
  expect(retryAfterMs(null)).toBeUndefined();
});

test("progress says how far, how quickly, and with which outcomes", () => {
  const counts = new Map([
    ["succeeded", 30],
    ["declined", 10],
  ]);
  expect(progressLine(100, counts, 4)).toBe(
    "40/100 (40 %)  10.0 a second  6 s left  succeeded 30, declined 10",
  );
  expect(progressLine(0, new Map(), 0)).toBe("0/0 (100 %)  0.0 a second");
});
