import type { JournalRecord } from "../records/record.ts";
import { rulesOf, stateOf } from "../records/states.ts";
import type { Decision, FoundRecords } from "../store.ts";
import { earlierThatHappened, unfinished, withEarlierAttempt } from "./contradictions.ts";
import { withKeptAnswer } from "./history.ts";
import { isBeingSent } from "./open-refund.ts";
import { exceedsRefundable } from "./refundable.ts";
import { firstLeftAt, lastRepetitionOf } from "./sendings.ts";

/** A request that is to be sent again under its key, to learn what became of it. */
export interface Repetition {
  /** For how many milliseconds the provider remembers a key. */
  readonly rememberedMs: number;
  /** Whether the provider gets another key after a proven decline. */
  readonly newKey: boolean;
  /** Unix milliseconds. */
  readonly now: number;
  /** Unix milliseconds. After this time, nothing of it is under way. */
  readonly sendingUntil: number;
  /** The newest time in the journal that the caller knows, in Unix milliseconds. */
  readonly newestAt: number;
}

/** What to do with a request that is to be sent again. */
export type RepetitionResult =
  /** Send it. Its record is written as `leaving`. */
  | { readonly is: "send"; readonly record: JournalRecord; readonly again: number }
  /** Do not send it. */
  | {
      readonly is: "refused";
      readonly because:
        | "changed"
        | "being_sent"
        | "payment_blocked"
        | "exceeds_refundable"
        | "too_late"
        | "clock_set_back";
    };

/** The provider may count from another moment, and its clock may differ. */
const leastMarginMs = 60_000;

/**
 * A decision for `JournalStore.transact`: whether an uncertain refund may be sent again under its key. The provider carries
 * it out at most once only while it remembers the key. So all of it must end within that time, less a tenth, counted from
 * the moment when the request first left.
 * @param seen the record that the caller has read
 */
export const sendAgain =
  (repetition: Repetition, seen: JournalRecord) =>
  ({ record, ofPayment }: FoundRecords): Decision<RepetitionResult> => {
    const refused = (because: Extract<RepetitionResult, { is: "refused" }>["because"]) => ({
      result: { is: "refused", because } as const,
    });
    if (!record || !isSame(record, seen)) return refused("changed");
    const { now, sendingUntil, newestAt } = repetition;
    const others = ofPayment.filter(({ key }) => key !== record.key);
    if (!rulesOf(record).lacksAnswer) return refused("changed");
    if (ofPayment.some((one) => isBeingSent(one, now))) return refused("being_sent");
    if (earlierThatHappened(record)) return { ...refused("changed"), write: toPerson(record, now) };
    // Evidence may have changed since it left. If it never arrived, this is the sending that moves money.
    if (others.some((one) => rulesOf(one).blocksPayment)) return refused("payment_blocked");
    if (exceedsRefundable(record, ofPayment)) return refused("exceeds_refundable");
    const newest = Math.max(newestAt, ...[record, ...ofPayment].flatMap(timesOf));
    if (now < newest) return refused("clock_set_back");
    const until = rememberedUntil(record, repetition);
    if (until === undefined || sendingUntil > until) return refused("too_late");
    const again = lastRepetitionOf(record) + 1;
    const sent = { what: "sent", at: now, attempt: record.attempt, again } as const;
    const write = {
      ...record,
      state: "leaving",
      sendingUntil,
      history: [...withKeptAnswer(record), sent],
      changedAt: now,
    } as const;
    return { write, result: { is: "send", record: write, again } };
  };

/** Nothing but a review can become of it, so the person need not wait for evidence about this attempt. */
const toPerson = (record: JournalRecord, now: number): JournalRecord => ({
  ...record,
  state: "settled",
  outcome: withEarlierAttempt(record.outcome ?? unfinished(record), record),
  changedAt: now,
});

function rememberedUntil(
  record: JournalRecord,
  { rememberedMs, newKey }: Repetition,
): number | undefined {
  const leftAt = firstLeftAt(record, newKey);
  return leftAt && leftAt + rememberedMs - Math.max(rememberedMs / 10, leastMarginMs);
}

const isSame = (record: JournalRecord, seen: JournalRecord): boolean =>
  record.attempt === seen.attempt &&
  stateOf(record) === stateOf(seen) &&
  record.sendingUntil === seen.sendingUntil;

/** Every moment of the past in a record. */
const timesOf = ({ history, openedAt, changedAt, refundableAt, outcome }: JournalRecord) => [
  openedAt,
  changedAt,
  refundableAt ?? 0,
  outcome?.settledBy?.at ?? 0,
  ...history.map(({ at }) => at),
];
