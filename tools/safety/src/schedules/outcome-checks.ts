/** What callers are told, held against what happened. */
import type { RefundOutcome } from "refunds";
import { checkOutcome, type Violation, violation } from "../processes/truth.ts";
import type { FetchKind } from "./fetches.ts";
import type { Ledger, TrackedRefund } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import type { Call } from "./process.ts";
import { count, type Tally } from "./tally.ts";

/** So begins the name of whoever says what is not true. */
export const mistakenPerson = "somebody mistakenPerson";

export interface OutcomeChecks {
  /** An outcome of `refund()`. */
  refund(tracked: TrackedRefund, call: Call, outcome: RefundOutcome): Violation[];
  /** An outcome of `reconcile()` or `resume()`. `before` is the status that the refund had. */
  settled(tracked: TrackedRefund, before: string | undefined, outcome: RefundOutcome): Violation[];
  /** An outcome that the journal holds. Its caller may have died before it was told. */
  recorded(tracked: TrackedRefund, outcome: RefundOutcome): Violation[];
  /** It was found not to have happened, and may be sent again. */
  free(tracked: TrackedRefund): void;
  atTheEnd(): Violation[];
}

export interface OutcomeChecksSetup {
  readonly ledger: Ledger;
  readonly outages: Outages;
  readonly fetch: FetchKind;
  readonly tally: Tally;
  /** Whether a process has died: what it was told is not known then. */
  readonly anyoneDied: () => boolean;
}

/** An outage that is shorter is no reason not to store an outcome: the facade goes on for 15 s. */
const patienceMs = 10_000;

/** Something untrue is recorded of its payment. A query is then held against the wrong refunds. */
export const isMisinformed = ({ wronged, believed, sibling }: TrackedRefund): boolean =>
  wronged || believed || sibling.wronged || sibling.believed;

export function outcomeChecksOf({
  ledger,
  outages,
  fetch,
  tally,
  anyoneDied,
}: OutcomeChecksSetup): OutcomeChecks {
  /** Refunds that the provider declined, with the attempts up to then. */
  const declined: { readonly tracked: TrackedRefund; readonly attempts: number }[] = [];
  /** Who was told a refund id first, and when. */
  const ids = new Map<string, { readonly tracked: TrackedRefund; readonly at: number }>();
  const exceeded = new Set<TrackedRefund>();
  const ignoresCacheRules = fetch === "caching whatever it is told";

  /** Where nothing but the refund id could give it away that the answer is another refund's. */
  function isBelievable({ request, cachedSince }: TrackedRefund, outcome: RefundOutcome): boolean {
    if (!ignoresCacheRules || cachedSince === undefined) return false;
    const id = "refundId" in outcome ? outcome.refundId : undefined;
    const first = id === undefined ? undefined : ids.get(id);
    // A wrong word takes the place of the outcome that had the id.
    const { wronged } = first?.tracked ?? { wronged: true };
    return (
      wronged || first?.tracked.request.key === request.key || Number(first?.at) >= cachedSince
    );
  }

  function free(tracked: TrackedRefund) {
    tracked.freed++;
    tracked.misled = ledger.truth(tracked).moved > 0;
  }

  /** Whether it is told rightly, but for what the documentation says nobody can rely on. */
  function judge(tracked: TrackedRefund, outcome: RefundOutcome): Violation[] {
    const { status, settledBy } = outcome;
    if (settledBy?.by.startsWith(mistakenPerson)) return [];
    const found = checkOutcome(tracked.request.key, status, ledger.truth(tracked));
    if (found.length === 0) return [];
    const isYes = status === "succeeded" || status === "pending";
    if (
      isYes &&
      !settledBy &&
      ledger.truth(tracked).moved === 0 &&
      isBelievable(tracked, outcome)
    ) {
      if (!tracked.believed) count(tally.notPromised, "an answer of a cache believed");
      tracked.believed = true;
      return [];
    }
    const isByQuery = outcome.because === "query_proved";
    if (isByQuery ? isMisinformed(tracked) : tracked.wronged && status === "declined") {
      count(tally.notPromised, `${status} told wrongly, after a wrong word`);
      return [];
    }
    return found;
  }

  function exceeds(tracked: TrackedRefund): Violation[] {
    if (exceeded.has(tracked)) return [];
    exceeded.add(tracked);
    const { sibling } = tracked;
    const takes = ledger.truth(sibling).moved > 0 && !sibling.reversed;
    // Where a cache is believed, that is known only once its caller is told.
    if (takes || isMisinformed(tracked) || anyoneDied() || ignoresCacheRules) return [];
    const text = `${tracked.request.key} was declined for ${sibling.request.key}, of which nothing is refunded`;
    return [violation("rule broken", text)];
  }

  return {
    free,
    recorded: judge,
    refund(tracked, call, outcome) {
      const { status, because, settledBy } = outcome;
      count(tally.reported, status);
      const isRecorded = outcome.recorded !== false;
      const hasSlept = call.process.naps > 0;
      if (!isRecorded) count(tally.events, "outcomes not recorded");
      const found: Violation[] = [];
      if (!isRecorded && !hasSlept && outages.awayMs() < patienceMs) {
        const text = `${tracked.request.key} was not recorded, though the journal was away for less`;
        found.push(violation("rule broken", text));
      }
      if (call.judged && isRecorded) {
        tracked.answers.add(call.judged);
        const isTruth = call.judged === "succeeded" || call.judged === "pending";
        // A process that slept may have recorded it before the wrong word came.
        const isNew = !hasSlept || status === "needs_review";
        if (isTruth && isNew && !call.cached) tracked.misled = false;
      }
      const isYes = status === "succeeded" || status === "pending";
      if (isYes && isRecorded && outcome.refundId !== undefined && !ids.has(outcome.refundId)) {
        ids.set(outcome.refundId, { tracked, at: performance.now() });
      }
      if (because === "exceeds_refundable") found.push(...exceeds(tracked));
      // What evidence says was judged when it was recorded. Since then, or while a process slept, it may have been sent again, or gone through.
      const isOld = (status === "declined" && settledBy) || (hasSlept && status === "pending");
      if (status === "not_sent") {
        // Another call may be sending it already, since this one did not; or did while this one slept.
        const isLie = call.arrived && !hasSlept;
        if (isLie)
          found.push(
            violation("reported wrongly", `${tracked.request.key} arrived, and is not_sent`),
          );
      } else if (!isOld) found.push(...judge(tracked, outcome));
      if (status === "declined" && !settledBy)
        declined.push({ tracked, attempts: tracked.freed + 1 });
      const isOpen = status === "needs_review" || status === "unknown";
      if (isOpen && because !== "unfinished" && call.sent && !hasSlept) tracked.uncertain = true;
      if (!isOpen && status !== "not_sent") tracked.uncertain = false;
      return found;
    },
    settled(tracked, before, outcome) {
      const { status, settledBy } = outcome;
      count(tally.reported, status);
      const found = judge(tracked, outcome);
      if (!settledBy || before === status) return found;
      count(tally.settled, `query: ${status}`);
      if (status === "declined") free(tracked);
      tracked.uncertain = false;
      tracked.settledAt = performance.now();
      return found;
    },
    /** What was certain must stay so; only what was found not to have happened may be sent again. */
    atTheEnd: () =>
      declined
        .filter(
          ({ tracked, attempts }) => !tracked.wronged && ledger.movedBefore(tracked, attempts) > 0,
        )
        .map(({ tracked }) =>
          violation("reported wrongly", `${tracked.request.key} was declined, and then it moved`),
        ),
  };
}
