/** What `JournalStore.list()` is asked, and how every store reads it. */
import type { JournalRecord } from "./records/record.ts";
import { openStates, type RefundState, stateNames } from "./records/states.ts";
import type { JournalStore } from "./store.ts";

/**
 * `newest`: the record that was opened last comes first. Records that were opened in the same millisecond have an order that the
 * store chooses, always the same. `oldest`: the reverse.
 */
export type ListOrder = "newest" | "oldest";

/** A record in the order of a list. It need not be in the journal any more, as after a restored backup. */
export interface ListPosition {
  /** `JournalRecord.openedAt`. */
  readonly openedAt: number;
  readonly key: string;
}

/** Which records to list. A record must match every filter that is present. */
export interface ListQuery {
  readonly account?: string;
  /** See `JournalRecord.payment`. */
  readonly payment?: string;
  /** A record must be in one of these states. An empty list matches none. */
  readonly states?: readonly RefundState[];
  /** Opened at this time or later. Unix milliseconds. */
  readonly since?: number;
  /** Opened before this time. Unix milliseconds. */
  readonly until?: number;
  /** `newest` by default. */
  readonly order?: ListOrder;
  /** Where the previous page ended: only records that come later in the order. */
  readonly after?: ListPosition;
  /** The maximum number of records. */
  readonly limit: number;
}

/** The first and the last time that a page can hold, in Unix milliseconds; both inclusive. */
export interface Times {
  readonly from: number;
  readonly to: number;
}

/** Narrowed by the position, so that an index is entered where the page begins, and not where the list began. */
export function timesOf({ since, until, order, after }: ListQuery): Times {
  const from = since ?? Number.MIN_SAFE_INTEGER;
  const to = until === undefined ? Number.MAX_SAFE_INTEGER : until - 1;
  if (!after) return { from, to };
  return order === "oldest"
    ? { from: Math.max(from, after.openedAt), to }
    : { from, to: Math.min(to, after.openedAt) };
}

/** The states to look for, each once. */
export const statesOf = ({ states }: ListQuery): readonly RefundState[] =>
  states ? stateNames.filter((name) => states.includes(name)) : stateNames;

/** Collects a page in steps of at most `size` records, so that a long one delays nothing else. */
export async function inSteps<Item extends ListPosition>(
  query: ListQuery,
  size: number,
  read: (query: ListQuery) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let after = query.after;
  for (;;) {
    const limit = Math.min(size, query.limit - found.length);
    if (limit <= 0) return found;
    const step = await read({ ...query, limit, ...(after && { after }) });
    found.push(...step);
    after = step.at(-1);
    if (step.length < limit || !after) return found;
  }
}

/** Every open record, oldest first. */
export async function allOpen({ list }: Pick<JournalStore, "list">): Promise<JournalRecord[]> {
  const found: JournalRecord[] = [];
  for (let after: JournalRecord | undefined; ; ) {
    const limit = 1000;
    const page = await list({
      states: openStates,
      order: "oldest",
      limit,
      ...(after && { after }),
    });
    found.push(...page);
    after = page.at(-1);
    if (page.length < limit || !after) return found;
  }
}
