/** What happened in a run of schedules, as numbers that add up across processes. */
export type Counts = Record<string, number>;

export interface Tally {
  schedules: number;
  readonly byProvider: Counts;
  readonly byJournal: Counts;
  /** By how the callers' `fetch` is patched. */
  readonly byFetch: Counts;
  readonly faults: Counts;
  readonly reported: Counts;
  /** How refunds that had been uncertain were settled: by a query's proof, or by somebody's word. */
  readonly settled: Counts;
  readonly events: Counts;
  /** What a promise does not cover, and the documentation says so: the price of a wrong word, or of a cache that requests nobody. */
  readonly notPromised: Counts;
  /** Refunds that moved ledger. */
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
