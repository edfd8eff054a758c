/** Which requests of a refund have left, and under which key. Reads the history alone. */
import type { JournalRecord } from "../records/record.ts";

type Sent = Pick<JournalRecord, "history" | "attempt">;

/** How often the request of the present attempt was to be sent again under its key. Some of it may never have left. */
export const lastRepetitionOf = ({ history, attempt }: Sent): number =>
  Math.max(0, ...history.map((entry) => (entry.attempt === attempt && entry.again) || 0));

/** The latest repetition of the present attempt that may have left; 0 if there is none. */
export function repetitionsOf(record: Sent): number {
  const { history, attempt } = record;
  const unsent = history.filter(
    (entry) => entry.attempt === attempt && entry.status === "not_sent",
  );
  // An entry with a count stands for as many repetitions, one after another.
  const left = (nth: number) =>
    !unsent.some(({ again = 0, times = 1 }) => nth <= again && nth > again - times);
  let nth = lastRepetitionOf(record);
  while (nth > 0 && !left(nth)) nth--;
  return nth;
}

/** The earlier attempts that may have reached the provider. */
export function arrivedBefore({ history, attempt }: Sent): readonly number[] {
  const earlier = history.filter((entry) => entry.attempt < attempt && entry.what !== "journal");
  const arrived = earlier.filter(isOfArrived);
  const notSent = earlier.filter(({ status }) => status === "not_sent");
  const mayHaveArrived = (one: number) =>
    arrived.some((entry) => entry.attempt === one) ||
    // An attempt that was left behind has no such entry.
    !notSent.some(({ attempt: last, times = 1 }) => one <= last && one > last - times);
  return Array.from({ length: attempt - 1 }, (_, at) => at + 1).filter(mayHaveArrived);
}

/** Of a request that was sent again, one answer says nothing about the other sending. */
const isOfArrived = ({ status, again }: JournalRecord["history"][number]): boolean =>
  again !== undefined || (status !== undefined && status !== "not_sent");

/**
 * The attempt that was the first after the latest proven decline; 1 if there was none. A provider that wants another key
 * after a decline gets one that is made from this number. It does not change once the request has left.
 */
export const keyAttemptOf = (record: Sent): number => {
  const declined = beforeThisAttempt(record).findLast(isDecline);
  return (declined?.attempt ?? 0) + 1;
};

/**
 * When a request of the refund first left, in Unix milliseconds; undefined if the history does not say it.
 * @param newKey whether the provider got another key after a proven decline
 */
export function firstLeftAt(record: Sent, newKey: boolean): number | undefined {
  const since = newKey ? beforeThisAttempt(record).findLastIndex(isDecline) + 1 : 0;
  return record.history.slice(since).find(({ what }) => what === "sent")?.at;
}

function beforeThisAttempt({ history, attempt }: Sent) {
  const sent = history.findIndex((entry) => entry.what === "sent" && entry.attempt === attempt);
  return sent < 0 ? history : history.slice(0, sent);
}

const isDecline = ({ what, status }: JournalRecord["history"][number]): boolean =>
  status === "declined" && what !== "journal";
