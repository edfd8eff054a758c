/** EvidenceSources and webhooks that say what became of a refund. Whoever looks, looks with everything at rest. */
import { type Evidence, isJournalError, isRefundError, type RefundRecord } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { Ledger, TrackedRefund } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import { mistakenPerson, type OutcomeChecks } from "./outcome-checks.ts";
import type { Process } from "./process.ts";
import { count, type Tally } from "./tally.ts";

export interface EvidenceSources {
  /** Records what is true of every refund that is open. */
  look(process: Pick<Process, "call">): Promise<void>;
  /** Records what is true of a refund, open or not. */
  confirm(tracked: TrackedRefund, process: Pick<Process, "call">, source: string): Promise<void>;
  /** Records what is not. */
  err(tracked: TrackedRefund, process: Pick<Process, "call">): Promise<void>;
  /** The ledger comes back, and the bank says so. */
  reverse(tracked: TrackedRefund, process: Pick<Process, "call">): Promise<void>;
}

export interface EvidenceSetup {
  readonly ledger: Ledger;
  readonly checks: OutcomeChecks;
  readonly outages: Outages;
  readonly found: Violation[];
  readonly tally: Tally;
}

/** The process that saw an answer and could not record it: it need not wait for what it knows is over. */
export const sawTheAnswer = "the process that saw it";

type EvidenceStatus = Evidence["status"];

/** What cannot be true together: evidence of the second after a certain outcome of the first. */
const contradictions: Readonly<Record<string, readonly EvidenceStatus[]>> = {
  succeeded: ["declined"],
  declined: ["succeeded", "reversed"],
  reversed: ["succeeded", "declined"],
  not_sent: ["succeeded", "reversed"],
};

const uncertain: readonly string[] = [
  "unknown",
  "unfinished",
  "sending",
  "needs_review",
  "pending",
];

export function evidenceSourcesOf({
  ledger,
  checks,
  outages,
  found,
  tally,
}: EvidenceSetup): EvidenceSources {
  let looks = 0;
  const broken = (text: string) => found.push(violation("rule broken", text));
  const truth = (tracked: TrackedRefund): EvidenceStatus =>
    ledger.truth(tracked).moved === 0 ? "declined" : tracked.reversed ? "reversed" : "succeeded";

  /** EvidenceSources try again until the journal is there. */
  async function retrying<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isJournalError(error) || !outages.anyWere) throw error;
      outages.end();
      return work();
    }
  }

  async function say(
    tracked: TrackedRefund,
    process: Pick<Process, "call">,
    evidence: Evidence,
  ): Promise<void> {
    const { key } = tracked.request;
    const before = await retrying(() => process.call({ key }, (refunds) => refunds.get(key)));
    if (!before) return;
    const outcome = await retrying(() =>
      process.call({ key }, (refunds) => refunds.record(key, evidence)),
    ).catch((error) => {
      const isEarly = isRefundError(error) && error.code === "refund_in_progress";
      const mayBeEarly = before.status === "sending" && evidence.by !== sawTheAnswer;
      if (!isEarly || !mayBeEarly) broken(`record() of ${key} rejected: ${error}`);
    });
    if (!outcome) return;
    const { status } = evidence;
    const isWrong = evidence.by.startsWith(mistakenPerson);
    count(tally.settled, `${isWrong ? "wrong word" : "word"}: ${outcome.status}`);
    if (isWrongAfter(before, evidence, outcome.status) && !(await wasAnswered(before, process))) {
      broken(`${key} was ${before.status}, ${status} was recorded, and it is ${outcome.status}`);
    }
    const isNew = before.outcome?.settledBy?.at !== outcome.settledBy?.at;
    if (outcome.status === "declined" && outcome.settledBy && isNew) checks.free(tracked);
    if (isWrong) tracked.wronged = true;
    else if (status !== "declined") tracked.misled = false;
    if (outcome.status === "needs_review") return;
    tracked.uncertain = false;
    if (outcome.settledBy) tracked.believed = false;
    tracked.settledAt = performance.now();
  }

  /** An answer that came between may have made it something to review, which the evidence decided. */
  async function wasAnswered({ key, history }: RefundRecord, process: Pick<Process, "call">) {
    const after = await retrying(() => process.call({ key }, (refunds) => refunds.get(key)));
    const answers = (entries: RefundRecord["history"]) =>
      entries.filter(({ what }) => what === "answer").length;
    return answers(after?.history ?? []) !== answers(history);
  }

  async function recordTruth(tracked: TrackedRefund, process: Pick<Process, "call">, by: string) {
    // Whoever looks waits until what is pending is through.
    const wasThrough = tracked.through;
    tracked.through = ledger.truth(tracked).moved > 0;
    const { settledAt } = tracked;
    await say(tracked, process, { status: truth(tracked), by });
    if (tracked.settledAt === settledAt) tracked.through = wasThrough;
  }

  return {
    async look(process) {
      outages.end();
      const open = await process.call({ key: "" }, (refunds) => refunds.open());
      for (const { key } of open) {
        const tracked = ledger.of(key);
        if (tracked) await recordTruth(tracked, process, `somebody who looked, ${++looks}`);
      }
    },
    confirm: recordTruth,
    async err(tracked, process) {
      const status = ledger.truth(tracked).moved > 0 ? "declined" : "succeeded";
      await say(tracked, process, { status, by: `${mistakenPerson}, ${++looks}` });
    },
    async reverse(tracked, process) {
      // Where a wrong word had it sent checkSentOnce, nobody could say which of the two came back.
      if (ledger.truth(tracked).moved !== 1 || tracked.reversed) return;
      const before = { ...tracked };
      tracked.reversed = true;
      tracked.through = true;
      await say(tracked, process, { status: "reversed", by: `the bank, ${++looks}` });
      if (tracked.settledAt !== before.settledAt) return;
      tracked.reversed = before.reversed;
      tracked.through = before.through;
    },
  };
}

function isWrongAfter(before: RefundRecord, evidence: Evidence, after: string): boolean {
  if (isRepeated(before, evidence)) return false;
  const { status: said } = evidence;
  if (contradictions[before.status]?.includes(said)) return after !== "needs_review";
  return uncertain.includes(before.status) && !acceptable(said).includes(after);
}

/** An answer may come in between, and then it must not be lost. */
const acceptable = (said: EvidenceStatus): readonly string[] =>
  said === "declined" ? [said, "not_sent", "needs_review"] : [said, "needs_review"];

/** The same evidence again changes nothing. */
function isRepeated({ history }: RefundRecord, { by, status }: Evidence): boolean {
  const attempt = Math.max(0, ...history.map((entry) => entry.attempt));
  return history.some(
    (entry) =>
      entry.what === "evidence" &&
      entry.attempt === attempt &&
      entry.by === by &&
      entry.status === status,
  );
}
