/** When a row that has no final outcome is tried again. */
import type { TriedRow } from "../run/refund-row.ts";
import type { QueuedRow } from "./row-queue.ts";

const [shortestMs, longestMs] = [1000, 60_000];

/**
 * @param startedAt - when this try began, in Unix milliseconds
 * @returns the row as it is queued again, and from when on; undefined if its outcome is to be reported
 */
export function whenAgain(
  row: QueuedRow,
  { outcome, laterAt }: TriedRow,
  startedAt: number,
): { readonly row: QueuedRow; readonly at: Date } | undefined {
  if (laterAt === undefined) return undefined;
  const { waitsSince = startedAt, tries, patienceMs } = row;
  const again = { ...row, tries: tries + 1 };
  if (outcome.status === "unknown") {
    // Left unfinished by a worker that died. This try has asked the provider already, if it was allowed to.
    return laterAt > startedAt ? { row: again, at: new Date(laterAt + 50) } : undefined;
  }
  if (startedAt - waitsSince >= patienceMs) return undefined;
  const ms = Math.min(shortestMs * 2 ** Math.min(tries, 16), longestMs);
  return { row: { ...again, waitsSince }, at: new Date(laterAt + ms) };
}
