/** When the janitor tries to settle a refund. The times follow from the record alone, so every machine finds the same ones. */
import type { JournalRecord } from "@refunds/journal";

const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds before each try. The last one repeats. */
export const defaultSchedule: readonly number[] = [
  5 * minute,
  15 * minute,
  hour,
  6 * hour,
  24 * hour,
];

/** The first time after `after` at which to try. All in Unix milliseconds. */
export function nextTry(record: JournalRecord, schedule: readonly number[], after: number): number {
  let at = sentAt(record);
  for (const wait of schedule) {
    at += wait;
    if (at > after) return at;
  }
  const last = schedule.at(-1) as number;
  return at + (Math.floor((after - at) / last) + 1) * last;
}

/** When the present attempt was sent. Not when it was sent again under its key: the tries themselves do that. */
function sentAt({ history, attempt, openedAt }: JournalRecord): number {
  const sent = history.findLast(
    (entry) => entry.what === "sent" && entry.attempt === attempt && entry.again === undefined,
  );
  return sent?.at ?? openedAt;
}
