/** People and webhooks that record evidence. They act while all processes are idle. */
import { isJournalError, isRefundError, type RecordRequest, type RefundRecord } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { Process } from "./call.ts";
import {
  type EvidenceStatus,
  firstEvidence,
  isOfEarlierAttempt,
  isWrongAfter,
} from "./evidence-rules.ts";
import type { Ledger } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import { mistakenPerson, type OutcomeChecks } from "./outcome-checks.ts";
import { count, type Tally } from "./tally.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

export interface EvidenceSetup {
  readonly ledger: Ledger;
  readonly checks: OutcomeChecks;
  readonly outages: Outages;
  readonly found: Violation[];
  readonly tally: Tally;
}

/** What people and webhooks record, and what each counts as. */
export const evidenceEvents = {
  confirm: "true evidence",
  misreport: "wrong evidence",
  reverse: "reversals",
  redeliver: "evidence delivered again",
} as const;

export type EvidenceKind = keyof typeof evidenceEvents;

export const evidenceKinds = Object.keys(evidenceEvents) as readonly EvidenceKind[];

type Caller = Pick<Process, "call">;

/** The process that received an answer but could not record it. Its evidence is accepted before the lease ends. */
export const answeredProcess = "the process that received the answer";

export class EvidenceSources {
  readonly #setup: EvidenceSetup;
  #records = 0;

  constructor(setup: EvidenceSetup) {
    this.#setup = setup;
  }

  /** Records the truth about every open refund. */
  async look(process: Caller): Promise<void> {
    const { outages, ledger } = this.#setup;
    outages.end();
    const open = await process.call({ key: "" }, (refunds) => refunds.open());
    for (const { key } of open) {
      const tracked = ledger.of(key);
      if (tracked) await this.confirm(tracked, process, `a person who looked, ${++this.#records}`);
    }
  }

  /** Records the truth about a refund, open or not. */
  async confirm(tracked: TrackedRefund, process: Caller, source: string): Promise<void> {
    // A person who looks waits until a pending refund has succeeded.
    const wasThrough = tracked.through;
    tracked.through = this.#setup.ledger.truth(tracked).moved > 0 ? tracked.freed + 1 : 0;
    const status = this.#truth(tracked);
    const { failedId } = tracked;
    // Who sees at the provider that it failed gives its id, as docs/when-a-refund-is-unknown.md says.
    const isSeen = status === "declined" && failedId !== undefined && source !== answeredProcess;
    const evidence = { status, by: source, ...(isSeen && { refundId: failedId }) };
    const isSettled = await this.#record(tracked, process, evidence);
    if (!isSettled) tracked.through = wasThrough;
  }

  /** Records the opposite of the truth. */
  async misreport(tracked: TrackedRefund, process: Caller): Promise<void> {
    const status = this.#setup.ledger.truth(tracked).moved > 0 ? "declined" : "succeeded";
    await this.#record(tracked, process, { status, by: `${mistakenPerson}, ${++this.#records}` });
  }

  /** The money comes back, and the bank reports it. */
  async reverse(tracked: TrackedRefund, process: Caller): Promise<void> {
    // After a second refund because of wrong evidence, it is unclear which of the two came back.
    if (this.#setup.ledger.truth(tracked).moved !== 1 || tracked.reversed) return;
    const before = { ...tracked };
    tracked.reversed = true;
    tracked.through = tracked.freed + 1;
    const by = `the bank, ${++this.#records}`;
    if (await this.#record(tracked, process, { status: "reversed", by })) return;
    tracked.reversed = before.reversed;
    tracked.through = before.through;
  }

  /** Delivers once more what was recorded first. That changes nothing, whatever was sent since. */
  async redeliver(tracked: TrackedRefund, process: Caller): Promise<void> {
    const { key } = tracked.request;
    const before = await this.#get(key, process);
    const evidence = before && firstEvidence(before);
    if (!evidence) return;
    await this.#retrying(() =>
      process.call({ key }, (refunds) => refunds.record(key, evidence)),
    ).catch((error) => {
      const isEarly = isRefundError(error) && error.code === "refund_in_progress";
      if (!isEarly) this.#ruleBroken(`record() of ${key} rejected: ${error}`);
    });
    const after = await this.#get(key, process);
    const [was, is] = [before.outcome?.status, after?.outcome?.status];
    if (was === is || (await this.#wasAnswered(before, process))) return;
    this.#ruleBroken(
      `${key} was ${was}, evidence that it had was delivered again, and it is ${is}`,
    );
  }

  /** Records evidence. Resolves with true if it settled the refund. */
  async #record(
    tracked: TrackedRefund,
    process: Caller,
    evidence: RecordRequest,
  ): Promise<boolean> {
    const { checks, tally } = this.#setup;
    const { key } = tracked.request;
    const before = await this.#get(key, process);
    if (!before) return false;
    const outcome = await this.#retrying(() =>
      process.call({ key }, (refunds) => refunds.record(key, evidence)),
    ).catch((error) => {
      const isEarly = isRefundError(error) && error.code === "refund_in_progress";
      const mayBeEarly = before.status === "sending" && evidence.by !== answeredProcess;
      if (!isEarly || !mayBeEarly) this.#ruleBroken(`record() of ${key} rejected: ${error}`);
    });
    if (!outcome || isOfEarlierAttempt(before, evidence)) return false;
    const { status } = evidence;
    const isWrong = evidence.by.startsWith(mistakenPerson);
    count(tally.settled, `${isWrong ? "wrong evidence" : "evidence"}: ${outcome.status}`);
    if (
      isWrongAfter(before, evidence, outcome.status) &&
      !(await this.#wasAnswered(before, process))
    ) {
      this.#ruleBroken(
        `${key} was ${before.status}, ${status} was recorded, and it is ${outcome.status}`,
      );
    }
    const isNew = before.outcome?.settledBy?.at !== outcome.settledBy?.at;
    if (outcome.status === "declined" && outcome.settledBy && isNew) checks.free(tracked);
    if (isWrong) tracked.wronged = true;
    else if (status !== "declined") tracked.misled = false;
    if (outcome.status === "needs_review") {
      // It blocks its payment until a person decides.
      tracked.uncertain = true;
      return false;
    }
    tracked.uncertain = false;
    if (outcome.settledBy) tracked.believed = false;
    tracked.settledAt = performance.now();
    return true;
  }

  #truth(tracked: TrackedRefund): EvidenceStatus {
    if (tracked.reversed) return "reversed";
    return this.#setup.ledger.truth(tracked).moved === 0 ? "declined" : "succeeded";
  }

  /** An answer that arrived in between may have made it needs_review, which the evidence then settled. */
  async #wasAnswered({ key, history }: RefundRecord, process: Caller): Promise<boolean> {
    const after = await this.#get(key, process);
    const answers = (entries: RefundRecord["history"]) =>
      entries.filter(({ what }) => what === "answer").length;
    return answers(after?.history ?? []) !== answers(history);
  }

  #get(key: string, process: Caller): Promise<RefundRecord | undefined> {
    return this.#retrying(() => process.call({ key }, (refunds) => refunds.get(key)));
  }

  /** People retry until the journal is back. */
  async #retrying<T>(work: () => Promise<T>): Promise<T> {
    const { outages } = this.#setup;
    try {
      return await work();
    } catch (error) {
      if (!isJournalError(error) || !outages.anyWere) throw error;
      outages.end();
      return work();
    }
  }

  #ruleBroken(text: string): void {
    this.#setup.found.push(violation("rule broken", text));
  }
}
