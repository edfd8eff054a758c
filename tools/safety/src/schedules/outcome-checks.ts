/** Checks the outcomes that callers receive against what happened. */
import type { RefundOutcome } from "refunds";
import { checkOutcome, type Violation, violation } from "../processes/truth.ts";
import type { Call } from "./call.ts";
import type { FetchKind } from "./fetches.ts";
import type { Ledger } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import { count, type Tally } from "./tally.ts";
import { isMisinformed, type TrackedRefund } from "./tracked-refund.ts";

/** The name of everyone who records wrong evidence starts with this. */
export const mistakenPerson = "a mistaken person";

export interface OutcomeChecksSetup {
  readonly ledger: Ledger;
  readonly outages: Outages;
  readonly fetch: FetchKind;
  readonly tally: Tally;
  /** Whether a process has died. Then some outcomes were never received. */
  readonly anyoneDied: () => boolean;
}

/** The facade keeps trying to store an outcome for 15 s, so it must survive an outage that is shorter than this. */
const maxOutageMs = 10_000;

export class OutcomeChecks {
  readonly #setup: OutcomeChecksSetup;
  /** Refunds that the provider declined, with the number of attempts until then. */
  readonly #declined: { readonly tracked: TrackedRefund; readonly attempts: number }[] = [];
  /** For each refund id, the refund that was first reported with it, and when. */
  readonly #ids = new Map<string, { readonly tracked: TrackedRefund; readonly at: number }>();
  readonly #exceeded = new Set<TrackedRefund>();
  /** A cache that ignores `no-store` can return the answer of another refund. */
  readonly #ignoresCacheRules: boolean;

  constructor(setup: OutcomeChecksSetup) {
    this.#setup = setup;
    this.#ignoresCacheRules = setup.fetch === "caching everything";
  }

  /** Checks an outcome of `refund()`. */
  refund(tracked: TrackedRefund, call: Call, outcome: RefundOutcome): Violation[] {
    const { status, because, settledBy } = outcome;
    count(this.#setup.tally.reported, status);
    const isRecorded = outcome.recorded !== false;
    const hasSlept = call.process.naps > 0;
    const found = isRecorded ? [] : this.#notRecorded(tracked, hasSlept);
    if (call.judged && isRecorded) this.#noteAnswer(tracked, call, call.judged, status);
    if (isPositive(outcome) && isRecorded && outcome.refundId !== undefined) {
      const { refundId } = outcome;
      if (!this.#ids.has(refundId)) this.#ids.set(refundId, { tracked, at: performance.now() });
    }
    if (because === "exceeds_refundable") found.push(...this.#exceeds(tracked));
    // Evidence that came after the call began knows more than its answer.
    const isOvertaken = call.startedAt <= tracked.settledAt;
    // Evidence was checked when it was recorded. Since then, or while a process slept, the refund may have been sent
    // again or have succeeded.
    const mayBeOvertaken = status === "pending" || (status === "succeeded" && tracked.failureKnown);
    const isOld =
      (status === "declined" && settledBy) || ((hasSlept || isOvertaken) && mayBeOvertaken);
    if (status === "not_sent") {
      // Another call may be sending it now, or may have sent it while this process slept.
      if (call.arrived && !hasSlept) {
        const { key } = tracked.request;
        found.push(violation("reported wrongly", `${key} is not_sent, but it arrived`));
      }
    } else if (!isOld) found.push(...this.recorded(tracked, outcome));
    // A decline that is not stored ends nothing: until its caller records it, it may be sent again under its key.
    if (status === "declined" && !settledBy && isRecorded) {
      // After evidence, the refund may have been sent again before a process that slept reports its decline.
      const { attempts = isOvertaken ? 0 : tracked.freed + 1 } = call;
      this.#declined.push({ tracked, attempts });
    }
    const isOpen = status === "needs_review" || status === "unknown";
    const isNews = call.sent && !hasSlept && !isOvertaken;
    if (isOpen && because !== "unfinished" && isNews) tracked.uncertain = true;
    if (!isOpen && status !== "not_sent") tracked.uncertain = false;
    return found;
  }

  /** Checks an outcome of `reconcile()` or `resume()`. `before` is the earlier status of the refund. */
  settled(tracked: TrackedRefund, before: string | undefined, outcome: RefundOutcome): Violation[] {
    const { status, settledBy } = outcome;
    const { tally } = this.#setup;
    count(tally.reported, status);
    const found = this.recorded(tracked, outcome);
    if (outcome.status === "unknown" && outcome.message.includes("left so long ago")) {
      count(tally.events, "too late to be sent again");
    }
    const isOpen = status === "unknown" || status === "needs_review";
    if (before === status || (isOpen && !settledBy)) return found;
    if (settledBy) {
      count(tally.settled, `query: ${status}`);
      if (status === "declined") this.free(tracked);
    } else {
      count(tally.settled, `sent again: ${status}`);
      if (status === "declined") this.#declined.push({ tracked, attempts: tracked.freed + 1 });
    }
    tracked.uncertain = false;
    tracked.settledAt = performance.now();
    return found;
  }

  /** Checks an outcome in the journal. Its caller may have died before it received the outcome. */
  recorded(tracked: TrackedRefund, outcome: RefundOutcome): Violation[] {
    const { ledger, tally } = this.#setup;
    const { status, settledBy } = outcome;
    if (settledBy?.by.startsWith(mistakenPerson)) return [];
    const found = checkOutcome(tracked.request.key, status, ledger.truth(tracked));
    if (found.length === 0) return [];
    const isUnfounded = isPositive(outcome) && !settledBy && ledger.truth(tracked).moved === 0;
    if (isUnfounded && this.#isFromCache(tracked, outcome)) {
      if (!tracked.believed) count(tally.notPromised, "a cached answer was believed");
      tracked.believed = true;
      return [];
    }
    const isByQuery = outcome.because === "query_proved";
    if (isByQuery ? isMisinformed(tracked) : tracked.wronged && status === "declined") {
      count(tally.notPromised, `${status} reported wrongly, after wrong evidence`);
      return [];
    }
    return found;
  }

  /** Notes that evidence says it did not happen, so that it may be sent again. */
  free(tracked: TrackedRefund): void {
    tracked.freed++;
    tracked.misled = this.#setup.ledger.truth(tracked).moved > 0;
  }

  /** A decline is final: money must not move later in the same attempt. */
  atTheEnd(): Violation[] {
    const { ledger } = this.#setup;
    return this.#declined
      .filter(({ tracked, attempts }) => {
        return !tracked.wronged && ledger.movedBefore(tracked, attempts) > 0;
      })
      .map(({ tracked }) => {
        const text = `${tracked.request.key} was declined, and money moved later`;
        return violation("reported wrongly", text);
      });
  }

  #notRecorded(tracked: TrackedRefund, hasSlept: boolean): Violation[] {
    const { outages, tally } = this.#setup;
    count(tally.events, "outcomes not recorded");
    if (hasSlept || outages.awayMs() >= maxOutageMs) return [];
    const text = `${tracked.request.key} was not recorded, although the outage was short enough`;
    return [violation("rule broken", text)];
  }

  #noteAnswer(tracked: TrackedRefund, call: Call, answer: string, status: string): void {
    tracked.answers.add(answer);
    const isTruth = answer === "succeeded" || answer === "pending";
    // A process that slept may have recorded its answer before the wrong evidence came.
    const isNew = call.process.naps === 0 || status === "needs_review";
    if (isTruth && isNew && !call.cached) tracked.misled = false;
  }

  /** Whether a cache returned another refund's answer, and nothing but the refund id could show it. */
  #isFromCache({ request, cachedSince }: TrackedRefund, outcome: RefundOutcome): boolean {
    if (!this.#ignoresCacheRules || cachedSince === undefined) return false;
    const id = "refundId" in outcome ? outcome.refundId : undefined;
    const first = id === undefined ? undefined : this.#ids.get(id);
    // Wrong evidence replaces the outcome that had the id.
    const { wronged } = first?.tracked ?? { wronged: true };
    return (
      // The journal knows the ids of other refunds, and could not be asked.
      outcome.recorded === false ||
      wronged ||
      first?.tracked.request.key === request.key ||
      Number(first?.at) >= cachedSince
    );
  }

  #exceeds(tracked: TrackedRefund): Violation[] {
    if (this.#exceeded.has(tracked)) return [];
    this.#exceeded.add(tracked);
    const { ledger, anyoneDied } = this.#setup;
    const { sibling } = tracked;
    if (ledger.takesAmount(sibling) || tracked.mayBeDeclined) return [];
    // A cached answer counts as believed only after its caller has received the outcome.
    if (isMisinformed(tracked) || anyoneDied() || this.#ignoresCacheRules) return [];
    const text = `${tracked.request.key} was declined because of ${sibling.request.key}, which refunded nothing`;
    return [violation("rule broken", text)];
  }
}

const isPositive = (
  outcome: RefundOutcome,
): outcome is Extract<RefundOutcome, { status: "succeeded" | "pending" }> =>
  outcome.status === "succeeded" || outcome.status === "pending";
