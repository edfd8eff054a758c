/** How quickly an account's refunds are sent by all workers together: one row in Postgres hands out the times. */
import { setTimeout as pause } from "node:timers/promises";
import type { Pace } from "../run/pace.ts";
import type { RunTables } from "./run-tables.ts";

/** What was taken and not used within this time is left: another machine may have learned that the provider wants less. */
const keptMs = 1000;

/** Without a limit, as many are taken with one question. */
const mostAtOnce = 50;

/** A second `slowDown()` within this time says nothing new. */
const sameMs = 500;

export function sharedPace(tables: RunTables, account: string): Pace {
  let next = { at: 0, gapMs: 0, left: 0, until: 0 };
  let isSlowed = false;
  let slowedAt = Number.NEGATIVE_INFINITY;
  let last: Promise<unknown> = Promise.resolve();
  // One by one, so that one question is asked for all who wait.
  const take = async (): Promise<number> => {
    const now = performance.now();
    if (next.left === 0 || now > next.until) {
      const count = Math.max(1, Math.min(mostAtOnce, Math.floor(keptMs / next.gapMs)));
      const slots = await tables.takeSlots(account, count);
      isSlowed = slots.isSlowed;
      const at = now + Math.max(slots.inMs, 0);
      next = { at, gapMs: slots.gapMs, left: isSlowed ? 1 : count, until: at + keptMs };
    }
    const { at } = next;
    next = { ...next, at: at + next.gapMs, left: next.left - 1 };
    return at;
  };
  return {
    async turn(signal) {
      const taken = last.then(take);
      last = taken.catch(() => {});
      const ms = (await taken) - performance.now();
      if (ms > 0) await pause(ms, undefined, { signal }).catch(() => {});
    },
    slowDown(ms) {
      const now = performance.now();
      if (now - slowedAt < sameMs) return;
      slowedAt = now;
      isSlowed = true;
      next = { ...next, left: 0 };
      // If it is lost, the next refusal says it again.
      tables.slowDown(account, ms).catch(() => {});
    },
    speedUp() {
      if (!isSlowed) return;
      isSlowed = false;
      tables.speedUp(account).catch(() => {});
    },
  };
}
