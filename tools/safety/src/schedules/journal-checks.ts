/** Calls `reconcile()`, `resume()` and `get()`, and checks what the journal holds. */
import { isJournalError } from "refunds";
import { type Violation, violation } from "../processes/truth.ts";
import type { Process } from "./call.ts";
import type { Ledger } from "./ledger.ts";
import type { Outages } from "./outages.ts";
import type { OutcomeChecks } from "./outcome-checks.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

export interface JournalChecksSetup {
  readonly ledger: Ledger;
  readonly outages: Outages;
  readonly checks: OutcomeChecks;
  readonly found: Violation[];
}

export class JournalChecks {
  readonly #setup: JournalChecksSetup;

  constructor(setup: JournalChecksSetup) {
    this.#setup = setup;
  }

  /** Reconciles one refund. A `JournalError` is allowed after an outage. */
  async reconcile(tracked: TrackedRefund, process: Process): Promise<void> {
    await this.#reconcile(tracked, process).catch((error) => this.#ignoreOutage(error));
  }

  async resume(process: Process): Promise<void> {
    const { ledger, checks, found } = this.#setup;
    const all = await process.call({ key: "" }, (refunds) => refunds.resume());
    for (const { key, status, outcome } of all) {
      const tracked = ledger.of(key);
      if (tracked) found.push(...ledger.check(), ...checks.settled(tracked, status, outcome));
    }
  }

  /** Checks at the end of a schedule that every record is true and complete. */
  async checkRecords(process: Process): Promise<void> {
    const { ledger, checks, found } = this.#setup;
    for (const tracked of ledger.refunds) {
      const { key } = tracked.request;
      const record = await process.call({ key }, (refunds) => refunds.get(key));
      if (!record) continue;
      const { status, history, outcome } = record;
      if (outcome && !tracked.believed) found.push(...checks.recorded(tracked, outcome));
      const { moved } = ledger.truth(tracked);
      const happened = moved === 0 ? "declined, not_sent" : "succeeded";
      const expected = tracked.reversed ? "reversed" : happened;
      if (!expected.includes(status) && !tracked.believed) {
        const text = `${key} is ${status} at the end, and ${moved} of its requests moved money`;
        found.push(violation("rule broken", text));
      }
      for (const answer of tracked.answers) {
        if (history.some((entry) => entry.what === "answer" && entry.status === answer)) continue;
        const text = `${key} was answered with ${answer}, which is missing from its history`;
        found.push(violation("rule broken", text));
      }
    }
  }

  async #reconcile(tracked: TrackedRefund, process: Process): Promise<void> {
    const { ledger, checks, outages, found } = this.#setup;
    const { key } = tracked.request;
    const before = await process.call({ key }, (refunds) => refunds.get(key));
    if (!before) return;
    try {
      const outcome = await process.call({ key }, (refunds) => refunds.reconcile(key));
      found.push(...ledger.check(), ...checks.settled(tracked, before.status, outcome));
    } catch (error) {
      this.#ignoreOutage(error);
      // The journal may still have recorded the result of the query.
      outages.end();
      const after = await process.call({ key }, (refunds) => refunds.get(key));
      if (after?.outcome)
        found.push(...ledger.check(), ...checks.settled(tracked, before.status, after.outcome));
    }
  }

  #ignoreOutage(error: unknown): void {
    if (!isJournalError(error) || !this.#setup.outages.anyWere) throw error;
  }
}
