/** The defects of which `pinned.json` has one schedule each, in which the defect shows. */
import type { ScheduleDefect } from "../../../src/schedules/defects.ts";
import { resendDefectNames } from "../../../src/schedules/resend-defects.ts";
import pinned from "./pinned.json" with { type: "json" };

/** Each has a test of its own, because one of many thousands of schedules shows it. */
type OwnTest =
  | "late-decline-settles"
  | "stale-believed"
  | "success-dropped-after-decline"
  | "success-dropped-after-not-sent";

export type PinnedDefect = Exclude<ScheduleDefect, OwnTest>;

/** The first violation that each defect causes. */
export const violationOf: Readonly<Record<PinnedDefect, string>> = {
  "late-record": "double refund",
  "no-payment-rule": "double refund",
  "payment-with-everything": "was sent while",
  "amount-by-spread": "amount is missing",
  "read-twice": "belongs to another refund",
  "cache-allowed": "reported wrongly",
  "refund-ids-not-compared": "reported wrongly",
  "contradiction-refused": "record() of refund-",
  "evidence-replaces": "was recorded, and it is",
  "late-answer-dropped": "which is missing from its history",
  "last-refundable": "double refund",
  "reversed-takes-amount": "which refunded nothing",
  "settle-once": "was not recorded, although the outage was short enough",
  "forged-believed": "a forged notification was believed",
  "answer-forgotten": "may still be being sent",
  "after-the-window": "was sent again",
  "from-the-last-send": "was sent again",
  "another-key": "was sent again",
  "front-believed": "reported wrongly",
  "another-body": ", not 100",
  "evidence-of-before": "was delivered again, and it is declined",
  "earlier-attempt-forgotten": "was recorded, and it is succeeded",
  "not-sent-is-ambiguous": "although the provider signed that it failed",
  "environments-not-compared": "a request went to an environment to which the refund was not sent",
  "settled-elsewhere": "for an environment to which it was not sent",
  "failure-declines": "is declined although the provider signed that it failed",
  "failure-dropped": "although the provider signed that it failed",
};

export const pinnedDefects = Object.keys(violationOf) as readonly PinnedDefect[];

/** So that a schedule stays the same whatever providers are added. */
const anyProviders = ["bbmsl", "openpayd", "ottpay", "yedpay"];

/** Some that send notifications, of failures, too. */
export const notifying = ["razorpay", "stripe", "yedpay"];

/** Some that remember keys. */
const remembering = ["paypal", "stripe"];

/** The providers that a defect needs. The others show in any. */
const neededBy: Partial<Record<ScheduleDefect, readonly string[]>> = {
  "forged-believed": notifying,
  "not-sent-is-ambiguous": ["worldpay"],
  "failure-declines": notifying,
  "failure-dropped": notifying,
  ...Object.fromEntries(resendDefectNames.map((name) => [name, remembering])),
};

export const providersFor = (defect: PinnedDefect): readonly string[] =>
  neededBy[defect] ?? anyProviders;

/** A schedule of a seed. */
export interface Pin {
  readonly seed: number;
  readonly path: string;
}

/** What `npm run safety:pin` wrote. */
export const pins: Partial<Record<PinnedDefect, Pin>> = pinned;
