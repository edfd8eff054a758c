/** Requests that are sent again under their keys, and what becomes of their records. */
import type { Outcome } from "@refunds/core";
import { expect } from "vitest";
import { type JournalRecord, type Repetition, sendAgain, settleAnswer } from "../../src/index.ts";
import { found, outcomeOf, recordIn, type Settled } from "./states.ts";

export const hour = 3_600_000;
export const leftAt = 1000;
/** A day, less a tenth. */
export const until = leftAt + 21.6 * hour;

export const repetition = (given: Partial<Repetition> = {}): Repetition => ({
  rememberedMs: 24 * hour,
  newKey: false,
  now: 5000,
  sendingUntil: 25_000,
  newestAt: 0,
  ...given,
});

export const repeat = (record: JournalRecord, given: Partial<Repetition> = {}, others = {}) =>
  sendAgain(repetition(given), record)(found(record, others));

export const refusal = (record: JournalRecord, given: Partial<Repetition> = {}, others = {}) => {
  const { write, result } = repeat(record, given, others);
  expect(write === undefined).toBe(result.is === "refused");
  return result.is === "refused" ? result.because : result.is;
};

export const answer = (status: Settled, again?: number, attempt = 1) =>
  settleAnswer({
    attempt,
    ...(again !== undefined && { again }),
    outcome: outcomeOf(status) as Outcome & { account: string },
    keepAnswer: true,
    now: 6000,
  });

/** The record after a decision that writes. */
export const written = ({ write }: { readonly write?: JournalRecord }): JournalRecord => {
  if (!write) throw new Error("nothing was written");
  return write;
};

export const repeated = (record = recordIn("unknown")) => written(repeat(record));
