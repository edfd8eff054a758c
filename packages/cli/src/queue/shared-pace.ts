/** How quickly an account's refunds are sent by all workers together: one row in Postgres hands out the times. */
import { setTimeout as pause } from "node:timers/promises";
import type { Pace } from "../run/pace.ts";
import type { AccountPaces } from "./account-pace.ts";

/** What was taken and not used within this time is left: another machine may have learned that the provider wants less. */
const keptMs = 1000;

/** Without a limit, as many are taken with one question. */
const mostAtOnce = 50;

/** A second `slowDown()` within this time says nothing new. */
const sameMs = 500;

/** How often a refund that waits looks whether the pace has changed. */
const lookMs = 250;

interface Slot {
  /** As `performance.now()`. */
  readonly at: number;
  /** How often the pace had changed when it was taken. */
  readonly changes: number;
}

export function sharedPace(tables: AccountPaces, account: string): Pace {
  let next = { at: 0, gapMs: 0, left: 0, until: 0 };
  let isSlowed = false;
  let slowedAt = Number.NEGATIVE_INFINITY;
  let changes = 0;
  let lastChange: Promise<void> = Promise.resolve();
  let last: Promise<unknown> = Promise.resolve();
  /** If it is lost, the next answer says it again. */
  const changed = (change: Promise<void>) => {
    changes++;
    next = { ...next, left: 0 };
    lastChange = change.catch(() => {});
  };
  const take = async (): Promise<Slot> => {
    await lastChange;
    const before = changes;
    const now = performance.now();
    if (next.left === 0 || now > next.until) {
      const count = Math.max(1, Math.min(mostAtOnce, Math.floor(keptMs / next.gapMs)));
      const slots = await tables.takeSlots(account, count);
      isSlowed = slots.isSlowed;
      const at = now + Math.max(slots.inMs, 0);
      const left = isSlowed || changes !== before ? 1 : count;
      next = { at, gapMs: slots.gapMs, left, until: at + keptMs };
    }
    const { at } = next;
    next = { ...next, at: at + next.gapMs, left: next.left - 1 };
    return { at, changes: before };
  };
  const untilTurn = async (slot: Slot, signal: AbortSignal) => {
    while (slot.changes === changes && !signal.aborted) {
      const ms = slot.at - performance.now();
      if (ms <= 0) return;
      await pause(Math.min(ms, lookMs), undefined, { signal }).catch(() => {});
    }
  };
  // One by one, so that one question is asked for all who wait. While the account is slowed down, the next slot is taken only
  // when the one before it is used: until then it is not known how long the pause will be.
  const takeInOrder = async (signal: AbortSignal) => {
    const slot = await take();
    if (isSlowed) await untilTurn(slot, signal);
    return slot;
  };
  return {
    async turn(signal) {
      while (!signal.aborted) {
        const taken = last.then(() => takeInOrder(signal));
        last = taken.catch(() => {});
        const slot = await taken;
        await untilTurn(slot, signal);
        if (slot.changes === changes) return;
      }
    },
    slowDown(ms) {
      const now = performance.now();
      if (now - slowedAt < sameMs) return;
      slowedAt = now;
      isSlowed = true;
      changed(tables.slowDown(account, ms));
    },
    speedUp() {
      if (!isSlowed) return;
      isSlowed = false;
      changed(tables.speedUp(account));
    },
  };
}
