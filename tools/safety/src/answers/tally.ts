/** Counts changes and outcomes. Plain data, so that a worker can send it. */
import type { DocumentedAnswer } from "./documented-answer.ts";
import type { Change } from "./mutation.ts";
import type { Subject } from "./subject.ts";

/** Counts by row and column. */
export type Counts = Map<string, Map<string, number>>;

export interface Tally {
  /** Changes by mutation and provider. An answer with several changes counts for each of them. */
  readonly mutations: Counts;
  /** Calls by provider and operation, and outcome. */
  readonly outcomes: Counts;
  /** Known wrong outcomes by provider and reason. */
  readonly misread: Counts;
  /** Calls with only harmless changes. */
  harmless: number;
  slowest: { readonly ms: number; readonly of: string };
}

export const emptyTally = (): Tally => ({
  mutations: new Map(),
  outcomes: new Map(),
  misread: new Map(),
  harmless: 0,
  slowest: { ms: 0, of: "" },
});

export function countCall(
  tally: Tally,
  { provider }: Subject,
  { operation }: DocumentedAnswer,
  changes: readonly Change[],
  status: string,
  ms: number,
): void {
  for (const { mutation } of changes) add(tally.mutations, mutation.name, provider);
  add(tally.outcomes, `${provider} ${operation}`, status);
  if (changes.every(({ mutation }) => mutation.harmless)) tally.harmless += 1;
  if (ms > tally.slowest.ms) {
    const of = changes.map(({ mutation }) => mutation.name).join(" + ");
    tally.slowest = { ms, of: `${provider} ${operation}: ${of}` };
  }
}

export function add(counts: Counts, row: string, column: string): void {
  const columns = counts.get(row) ?? new Map<string, number>();
  counts.set(row, columns);
  columns.set(column, (columns.get(column) ?? 0) + 1);
}
