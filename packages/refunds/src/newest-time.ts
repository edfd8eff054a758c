/** The newest time that the journal knows. With a clock behind it, nothing says how long ago a request left. */
import type { JournalRecord, JournalStore } from "@refunds/journal";

/** Resolves with Unix milliseconds. */
export type NewestTime = () => Promise<number>;

export const newestIn =
  (store: JournalStore): NewestTime =>
  async () =>
    newestOf(await store.open());

/**
 * For many refunds, so that each does not read all of them. A clock that is set back meanwhile is behind a time at which it
 * was asked before.
 */
export function newestSince(open: readonly JournalRecord[]): NewestTime {
  let newest = Math.max(newestOf(open), Date.now());
  return async () => {
    const before = newest;
    newest = Math.max(newest, Date.now());
    return before;
  };
}

const newestOf = (open: readonly JournalRecord[]): number =>
  open.reduce((newest, { changedAt }) => Math.max(newest, changedAt), 0);
