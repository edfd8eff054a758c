/** Calls of `refund()`, and the checks of their outcomes. */
import { isJournalError, isRefundError, type RefundOutcome } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { Call, Process } from "./call.ts";
import { defectiveRequest, type ScheduleDefect } from "./defects.ts";
import { answeredProcess, type EvidenceSources } from "./evidence-sources.ts";
import type { Ledger } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import type { OutcomeChecks } from "./outcome-checks.ts";
import { currentCall } from "./process.ts";
import type { RunningCalls } from "./running-calls.ts";
import { strangerOf } from "./scene.ts";
import { type ShapeName, shapes } from "./shapes.ts";
import { count, type Tally } from "./tally.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

/** One call of `refund()`. */
export interface RefundCommand {
  readonly key: number;
  readonly process: number;
  readonly resend: boolean;
  readonly shape: ShapeName;
  /** Whether the caller gives the refundable amount, and whether it is too large. */
  readonly refundable: "given" | "left out" | "too large";
  /** The caller has already aborted the call, so it is never sent. */
  readonly aborted: boolean;
  /** Whether fields of the payment that do not identify it get new values. */
  readonly newReference: boolean;
}

/** The options of a refund without anything special. */
export const plain = {
  resend: false,
  shape: "plain data",
  aborted: false,
  newReference: false,
} as const;

/** A refund whose process sleeps for longer than the refund may take. */
export interface OversleepCommand extends RefundCommand {
  /** After how many steps the process falls asleep. */
  readonly after: number;
  /** What evidence is recorded while it sleeps. */
  readonly evidence: "true" | "wrong" | "none";
  /** What another process does while it sleeps. */
  readonly meanwhile: "nothing" | "resend" | "resend and die" | "resume";
  /** Whether the evidence is delivered again after that. */
  readonly redelivered: boolean;
}

export interface RefundCallsSetup {
  readonly ledger: Ledger;
  readonly outages: Outages;
  readonly checks: OutcomeChecks;
  readonly sources: EvidenceSources;
  readonly calls: RunningCalls;
  readonly found: Violation[];
  readonly tally: Tally;
  readonly defect: ScheduleDefect | undefined;
}

export class RefundCalls {
  readonly #setup: RefundCallsSetup;
  #references = 0;

  constructor(setup: RefundCallsSetup) {
    this.#setup = setup;
  }

  /** Starts the call, and does not wait for its end. */
  start(command: RefundCommand, process: Process): void {
    const { calls, ledger } = this.#setup;
    if (process.stepsLeft < 0) return;
    const tracked = ledger.refunds[command.key] as TrackedRefund;
    const { request, refundable } = this.#requestOf(command, tracked);
    const options = {
      resend: command.resend,
      ...(command.aborted && { signal: AbortSignal.abort() }),
    };
    let call: Call | undefined;
    const work = process.call(
      { key: tracked.request.key, refunds: true, refundable },
      (refunds) => {
        call = currentCall() as Call;
        tracked.recordedBy.add(call);
        return refunds.refund(request as never, options) as Promise<RefundOutcome>;
      },
    );
    calls.watch(
      work.then(
        (outcome) => this.#checkOutcome(tracked, call as Call, outcome),
        (error) => this.#checkError(tracked, call, error),
      ),
      process,
    );
  }

  #requestOf({ key, shape, refundable, newReference }: RefundCommand, tracked: TrackedRefund) {
    const { refundable: limit, ...request } = tracked.request;
    const accompanying = Object.entries(request.payment).slice(1);
    const fresh = accompanying.map(([name, id]) => [name, `${id}${++this.#references}`]);
    const payment = { ...request.payment, ...(newReference && Object.fromEntries(fresh)) };
    tracked.named.add(JSON.stringify(payment));
    const factor = { given: 1, "left out": 0, "too large": 2 }[refundable];
    const value = limit && factor > 0 ? limit.value * factor : undefined;
    const given = limit && value !== undefined ? { refundable: { ...limit, value } } : {};
    const stranger = this.#setup.ledger.refunds[strangerOf(key)] as TrackedRefund;
    const shaped = shapes[shape]({ ...request, payment, ...given }, stranger.request);
    return { refundable: value, request: defectiveRequest(shaped, this.#setup.defect) };
  }

  async #checkOutcome(tracked: TrackedRefund, call: Call, outcome: RefundOutcome): Promise<void> {
    const { found, ledger, checks, outages, sources, defect } = this.#setup;
    const { judged = "not_sent" } = call;
    // While it slept, resume() may have sent what it had recorded.
    const wasResumed = call.process.naps > 0 && outcome.status === "unknown";
    const hasRecord = judged !== "not_sent" || outcome.recorded === false || wasResumed;
    if (!call.sent && !hasRecord) tracked.recordedBy.delete(call);
    found.push(...ledger.check(), ...checks.refund(tracked, call, outcome));
    const { status } = outcome;
    const isFinal = status === "succeeded" || status === "declined";
    if (outcome.recorded !== false || !isFinal || call.cached || call.process.naps > 0) return;
    // The caller sees that the outcome is not recorded, and records it at once.
    const process = defect === "answer-forgotten" ? call.process.another : call.process;
    outages.end();
    await sources.confirm(tracked, process, answeredProcess);
  }

  #checkError(tracked: TrackedRefund, call: Call | undefined, error: Error): void {
    const { found, tally, ledger } = this.#setup;
    if (!this.#mayReject(tracked, error)) throw error;
    count(tally.reported, error.name);
    tracked.mayBeDeclined ||= ledger.takesAmount(tracked.sibling);
    if (call?.sent && isJournalError(error)) {
      const text = `${tracked.request.key} was sent, and then rejected with: ${error}`;
      found.push(violation("rule broken", text));
    }
  }

  #mayReject(tracked: TrackedRefund, error: unknown): boolean {
    if (isJournalError(error)) return this.#setup.outages.anyWere;
    return isRefundError(error) && error.code === "key_conflict" && tracked.named.size > 1;
  }
}
