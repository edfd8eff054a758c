/** Rows in the order in which they were opened, for the journal in memory. */
import { type ListQuery, timesOf } from "./list-query.ts";
import type { JournalRecord } from "./records/record.ts";
import type { RefundState } from "./records/states.ts";

/** A row of the journal in memory. */
export interface MemoryRow {
  readonly record: JournalRecord;
  readonly openedAt: number;
  /** The state of the record. Here, because `open()` asks every row for it. */
  readonly state: RefundState;
  /** Decides between rows that were opened at the same time. */
  readonly place: number;
}

type Moment = Pick<MemoryRow, "openedAt" | "place">;

const compare = (a: Moment, b: Moment): number => a.openedAt - b.openedAt || a.place - b.place;

export class TimeOrder {
  readonly #rows: MemoryRow[] = [];

  /** Adds a row, in place of the row that its key had before. */
  put(row: MemoryRow, before: MemoryRow | undefined): void {
    if (before && before.openedAt === row.openedAt) {
      this.#rows[this.#indexOf(before)] = row;
      return;
    }
    if (before) this.#rows.splice(this.#indexOf(before), 1);
    this.#rows.splice(this.#indexOf(row), 0, row);
  }

  /** The rows that match, in the order of the query. `after` is the row at its position, if there is one. */
  find(query: ListQuery, after: MemoryRow | undefined): readonly MemoryRow[] {
    const found: MemoryRow[] = [];
    const { from, to } = timesOf(query);
    const isOldest = query.order === "oldest";
    const end = this.#indexOf({ openedAt: to, place: Number.POSITIVE_INFINITY });
    const first = this.#indexOf({ openedAt: from, place: -1 });
    for (let at = isOldest ? first : end - 1; at >= first && at < end; at += isOldest ? 1 : -1) {
      const row = this.#rows[at] as MemoryRow;
      if (!isBeyond(row, query, after, isOldest)) continue;
      if (query.states && !query.states.includes(row.state)) continue;
      if (query.payment !== undefined && row.record.payment !== query.payment) continue;
      if (query.account !== undefined && row.record.account !== query.account) continue;
      if (found.length >= query.limit) break;
      found.push(row);
    }
    return found;
  }

  /** The number of rows before this moment. */
  #indexOf(moment: Moment): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.#rows[middle] as MemoryRow, moment) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether the row comes after the position. */
function isBeyond(
  row: MemoryRow,
  { after: position }: ListQuery,
  after: MemoryRow | undefined,
  isOldest: boolean,
): boolean {
  if (!position) return true;
  const place = after?.openedAt === position.openedAt ? after.place : isOldest ? Infinity : -1;
  const order = compare(row, { openedAt: position.openedAt, place });
  return isOldest ? order > 0 : order < 0;
}
