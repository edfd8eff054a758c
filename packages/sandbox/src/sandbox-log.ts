/** What happened in a sandbox, and the notifications of it. */

import type { Notifier } from "./notifications/notifier.ts";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import type { Simulator } from "./simulator/simulator.ts";
import type { Ending, NotifiedStatus } from "./simulator-table.ts";

export class SandboxLog {
  readonly requests: SandboxRequest[] = [];
  readonly refunds: SandboxRefund[] = [];
  readonly #notifier: Notifier;
  readonly #finishAfterMs: number | undefined;

  constructor(notifier: Notifier, finishAfterMs: number | undefined) {
    this.#notifier = notifier;
    this.#finishAfterMs = finishAfterMs;
  }

  addRequest(request: SandboxRequest): void {
    this.requests.push(request);
  }

  /** Resolves as soon as the refund's own answer may leave. */
  addRefund(refund: SandboxRefund, simulator: Simulator): Promise<void> | undefined {
    this.refunds.push(refund);
    if (refund.status === "pending" && this.#finishAfterMs !== undefined) {
      this.#notifier.later(this.#finishAfterMs, () =>
        this.finish(simulator, refund.number, "succeeded"),
      );
    }
    return this.#notifier.notify(simulator, refund.number, refund.status as NotifiedStatus);
  }

  finish(simulator: Simulator, number: number, as: Ending): Promise<void> {
    const { provider } = simulator.table;
    const at = this.refunds.findIndex((one) => one.provider === provider && one.number === number);
    const before = this.refunds[at]?.status;
    const finished = simulator.finish(number, as);
    if (before === as) return Promise.resolve();
    this.refunds[at] = { provider, ...finished };
    return this.#notifier.notify(simulator, number, simulator.saidOf(number, as));
  }

  clear(): void {
    this.requests.length = 0;
    this.refunds.length = 0;
  }
}
