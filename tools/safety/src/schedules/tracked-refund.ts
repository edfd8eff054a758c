/** What a schedule knows about the refund of one key, independent of the journal. */
import type { Call } from "./call.ts";
import { type RefundRequest, siblingOf } from "./scene.ts";

export interface TrackedRefund {
  readonly request: RefundRequest;
  /** The other refund of the payment. */
  readonly sibling: TrackedRefund;
  /** How often evidence said that it did not happen, so that it could be sent again. */
  freed: number;
  /** Money moved, but the latest evidence wrongly says that it did not. */
  misled: boolean;
  /** Attempts that were sent while `misled` was true. Wrong evidence explains them. */
  readonly excused: Set<string>;
  /** The money came back. */
  reversed: boolean;
  /** As many attempts have left the state pending: evidence says that they succeeded. */
  through: number;
  /** Its pending refund has succeeded, and the journal may not know it yet. */
  finished: boolean;
  /** The provider let its first attempt fail after it had accepted it, so its money came back. */
  failed: boolean;
  /** The provider's id of the refund that failed, if its notifications have one. */
  failedId: string | undefined;
  /** The journal has taken that it failed. */
  failureKnown: boolean;
  /** Money moved in a request that was checked, and has not come back since. */
  happened: boolean;
  /** It may have happened, and no caller can know. */
  uncertain: boolean;
  /** Calls whose requests were sent and not answered yet. */
  readonly underWay: Set<Call>;
  /** When evidence settled it, in milliseconds of a monotonic clock. Earlier requests are certain since then. */
  settledAt: number;
  /** Wrong evidence was recorded. */
  wronged: boolean;
  /** When a call started that a cache answered, in milliseconds of a monotonic clock. */
  cachedSince: number | undefined;
  /** A cached answer was accepted as its own. */
  believed: boolean;
  /** The payment in each of its requests, as JSON. */
  readonly named: Set<string>;
  /** The statuses of its answers that the journal reported as recorded. */
  readonly answers: Set<string>;
  /** A call failed while the sibling's amount counted. The journal may have declined the refund because of it. */
  mayBeDeclined: boolean;
  /** The calls of `refund()` of which one wrote the latest record. Its refundable amount applies if the refund is sent again. */
  readonly recordedBy: Set<Call>;
  /** The refundable amount given with its latest refund that happened, and the number of that refund. */
  refundable: { readonly value: number; readonly nth: number } | undefined;
}

export function trackRefunds(requests: readonly RefundRequest[]): TrackedRefund[] {
  const refunds: TrackedRefund[] = requests.map((request, at) => ({
    request,
    get sibling() {
      return refunds[siblingOf(at)] as TrackedRefund;
    },
    freed: 0,
    misled: false,
    excused: new Set(),
    reversed: false,
    through: 0,
    finished: false,
    failed: false,
    failedId: undefined,
    failureKnown: false,
    happened: false,
    uncertain: false,
    underWay: new Set(),
    settledAt: -1,
    wronged: false,
    cachedSince: undefined,
    believed: false,
    named: new Set(),
    answers: new Set(),
    mayBeDeclined: false,
    recordedBy: new Set(),
    refundable: undefined,
  }));
  return refunds;
}

/** Notes that its first attempt failed. The journal may go on counting its amount, and its refundable amount, until it knows. */
export function noteFailure(tracked: TrackedRefund): void {
  tracked.failed = true;
  tracked.finished = false;
  tracked.happened = false;
  tracked.refundable = undefined;
  tracked.mayBeDeclined = true;
  tracked.sibling.mayBeDeclined = true;
}

/** Whether wrong facts are recorded about its payment. Then a query is compared with the wrong refunds. */
export const isMisinformed = ({ wronged, believed, sibling }: TrackedRefund): boolean =>
  wronged || believed || sibling.wronged || sibling.believed;

/** Whether a person must say at the end what happened: wrong facts are recorded, or no webhook reported that it failed. */
export const needsTheTruth = (tracked: TrackedRefund): boolean =>
  isMisinformed(tracked) || tracked.failed;

/** Its latest attempt, as the sandbox notes it. */
export const attemptName = ({ request, freed }: TrackedRefund) => `${request.key}#${freed}`;

/** The refundable amount that the latest of these refunds was given. */
export const latestRefundable = (refunds: readonly TrackedRefund[]): number | undefined =>
  refunds
    .flatMap(({ refundable }) => refundable ?? [])
    .toSorted((a, b) => a.nth - b.nth)
    .at(-1)?.value;
