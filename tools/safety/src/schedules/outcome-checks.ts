/** What callers are told, held against what happened. */
import type { RefundOutcome } from "refunds";
import { lie, type Wrong, wrong } from "../processes/truth.ts";
import type { FetchKind } from "./fetches.ts";
import type { Life, Money } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import type { Call } from "./process.ts";
import { count, type Tally } from "./tally.ts";

/** So begins the name of whoever says what is not true. */
export const mistaken = "somebody mistaken";

export interface Hearing {
  /** An outcome of `refund()`. */
  refund(life: Life, call: Call, outcome: RefundOutcome): Wrong[];
  /** An outcome of `reconcile()` or `resume()`. `before` is the status that the refund had. */
  settled(life: Life, before: string | undefined, outcome: RefundOutcome): Wrong[];
  /** An outcome that the journal holds. Its caller may have died before it was told. */
  recorded(life: Life, outcome: RefundOutcome): Wrong[];
  /** It was found not to have happened, and may be sent again. */
  free(life: Life): void;
  atTheEnd(): Wrong[];
}

export interface HearingSetup {
  readonly money: Money;
  readonly outages: Outages;
  readonly fetch: FetchKind;
  readonly tally: Tally;
  /** Whether a process has died: what it was told is not known then. */
  readonly anyoneDied: () => boolean;
}

/** An outage that is shorter is no reason not to store an outcome: the facade goes on for 15 s. */
const patienceMs = 10_000;

/** Something untrue is recorded of its payment. A query is then held against the wrong refunds. */
export const isMisinformed = ({ wronged, believed, sibling }: Life): boolean =>
  wronged || believed || sibling.wronged || sibling.believed;

export function hearingOf({ money, outages, fetch, tally, anyoneDied }: HearingSetup): Hearing {
  /** Refunds that the provider declined, with the attempts up to then. */
  const declined: { readonly life: Life; readonly attempts: number }[] = [];
  /** Who was told a refund id first, and when. */
  const ids = new Map<string, { readonly life: Life; readonly at: number }>();
  const exceeded = new Set<Life>();
  const isRude = fetch === "caching whatever it is told";

  /** Where nothing but the refund id could give it away that the answer is another refund's. */
  function isBelievable({ ask, cachedSince }: Life, outcome: RefundOutcome): boolean {
    if (!isRude || cachedSince === undefined) return false;
    const id = "refundId" in outcome ? outcome.refundId : undefined;
    const first = id === undefined ? undefined : ids.get(id);
    // A wrong word takes the place of the outcome that had the id.
    const { wronged } = first?.life ?? { wronged: true };
    return wronged || first?.life.ask.key === ask.key || Number(first?.at) >= cachedSince;
  }

  function free(life: Life) {
    life.freed++;
    life.misled = money.truth(life).moved > 0;
  }

  /** Whether it is told rightly, but for what the documentation says nobody can rely on. */
  function judge(life: Life, outcome: RefundOutcome): Wrong[] {
    const { status, settledBy } = outcome;
    if (settledBy?.by.startsWith(mistaken)) return [];
    const found = lie(life.ask.key, status, money.truth(life));
    if (found.length === 0) return [];
    const isYes = status === "succeeded" || status === "pending";
    if (isYes && !settledBy && money.truth(life).moved === 0 && isBelievable(life, outcome)) {
      if (!life.believed) count(tally.prices, "an answer of a cache believed");
      life.believed = true;
      return [];
    }
    const isByQuery = outcome.because === "query_proved";
    if (isByQuery ? isMisinformed(life) : life.wronged && status === "declined") {
      count(tally.prices, `${status} told wrongly, after a wrong word`);
      return [];
    }
    return found;
  }

  function exceeds(life: Life): Wrong[] {
    if (exceeded.has(life)) return [];
    exceeded.add(life);
    const { sibling } = life;
    const takes = money.truth(sibling).moved > 0 && !sibling.reversed;
    // Where a cache is believed, that is known only once its caller is told.
    if (takes || isMisinformed(life) || anyoneDied() || isRude) return [];
    const text = `${life.ask.key} was declined for ${sibling.ask.key}, of which nothing is refunded`;
    return [wrong("rule broken", text)];
  }

  return {
    free,
    recorded: judge,
    refund(life, call, outcome) {
      const { status, because, settledBy } = outcome;
      count(tally.told, status);
      const isRecorded = outcome.recorded !== false;
      const hasSlept = call.process.naps > 0;
      if (!isRecorded) count(tally.happenings, "outcomes not recorded");
      const found: Wrong[] = [];
      if (!isRecorded && !hasSlept && outages.awayMs() < patienceMs) {
        const text = `${life.ask.key} was not recorded, though the journal was away for less`;
        found.push(wrong("rule broken", text));
      }
      if (call.judged && isRecorded) {
        life.answers.add(call.judged);
        const isTruth = call.judged === "succeeded" || call.judged === "pending";
        // A process that slept may have recorded it before the wrong word came.
        const isNew = !hasSlept || status === "needs_review";
        if (isTruth && isNew && !call.cached) life.misled = false;
      }
      const isYes = status === "succeeded" || status === "pending";
      if (isYes && isRecorded && outcome.refundId !== undefined && !ids.has(outcome.refundId)) {
        ids.set(outcome.refundId, { life, at: performance.now() });
      }
      if (because === "exceeds_refundable") found.push(...exceeds(life));
      // What evidence says was judged when it was recorded. Since then, or while a process slept, it may have been sent again, or gone through.
      const isOld = (status === "declined" && settledBy) || (hasSlept && status === "pending");
      if (status === "not_sent") {
        // Another call may be sending it already, since this one did not; or did while this one slept.
        const isLie = call.arrived && !hasSlept;
        if (isLie) found.push(wrong("told wrongly", `${life.ask.key} arrived, and is not_sent`));
      } else if (!isOld) found.push(...judge(life, outcome));
      if (status === "declined" && !settledBy) declined.push({ life, attempts: life.freed + 1 });
      const isOpen = status === "needs_review" || status === "unknown";
      if (isOpen && because !== "unfinished" && call.sent && !hasSlept) life.uncertain = true;
      if (!isOpen && status !== "not_sent") life.uncertain = false;
      return found;
    },
    settled(life, before, outcome) {
      const { status, settledBy } = outcome;
      count(tally.told, status);
      const found = judge(life, outcome);
      if (!settledBy || before === status) return found;
      count(tally.settled, `query: ${status}`);
      if (status === "declined") free(life);
      life.uncertain = false;
      life.settledAt = performance.now();
      return found;
    },
    /** What was certain must stay so; only what was found not to have happened may be sent again. */
    atTheEnd: () =>
      declined
        .filter(({ life, attempts }) => !life.wronged && money.movedBefore(life, attempts) > 0)
        .map(({ life }) =>
          wrong("told wrongly", `${life.ask.key} was declined, and then it moved`),
        ),
  };
}
