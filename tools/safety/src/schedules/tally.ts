/** Counts of what happened in a run of schedules, which can be added up across processes. */
import type { Sandbox } from "@refunds/sandbox";

export type Counts = Record<string, number>;

export interface Tally {
  schedules: number;
  readonly byProvider: Counts;
  readonly byJournal: Counts;
  /** By how `fetch` is patched. */
  readonly byFetch: Counts;
  readonly faults: Counts;
  /** By the status or error that callers received. */
  readonly reported: Counts;
  /** How uncertain refunds were settled: by a query, or by evidence of a person or webhook. */
  readonly settled: Counts;
  readonly events: Counts;
  /** Wrong results that the documentation does not promise to prevent: after wrong evidence, or with a cache that ignores `no-store`. */
  readonly notPromised: Counts;
  /** Refunds that moved money. */
  moved: number;
  /** By kind. */
  readonly violations: Counts;
}

export const emptyTally = (): Tally => ({
  schedules: 0,
  byProvider: {},
  byJournal: {},
  byFetch: {},
  faults: {},
  reported: {},
  settled: {},
  events: {},
  notPromised: {},
  moved: 0,
  violations: {},
});

export function count(counts: Counts, name: string, times = 1): void {
  counts[name] = (counts[name] ?? 0) + times;
}

/** Counts what a schedule did at the provider. */
export function countSchedule(tally: Tally, { refunds, requests }: Sandbox): void {
  tally.schedules++;
  tally.moved += refunds.length;
  for (const { fault } of requests) if (fault) count(tally.faults, fault);
}

export function addTally(to: Tally, more: Tally): void {
  to.schedules += more.schedules;
  to.moved += more.moved;
  for (const field of [
    "byProvider",
    "byJournal",
    "byFetch",
    "faults",
    "reported",
    "settled",
    "events",
    "notPromised",
    "violations",
  ] as const) {
    for (const [name, times] of Object.entries(more[field])) count(to[field], name, times);
  }
}
