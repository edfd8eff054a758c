/** What happened in a sandbox, and the notifications of it. */

import type { Notifier } from "./notifications/notifier.ts";
import type { NotifyOptions } from "./notifications/notify-options.ts";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import type { Simulator } from "./simulator/simulator.ts";
import type { Ending, NotifiedStatus } from "./simulator-table.ts";

export class SandboxLog {
  readonly requests: SandboxRequest[] = [];
  readonly refunds: SandboxRefund[] = [];
  readonly #notifier: Notifier;
  readonly #notify: NotifyOptions | undefined;

  constructor(notifier: Notifier, notify: NotifyOptions | undefined) {
    this.#notifier = notifier;
    this.#notify = notify;
  }

  addRequest(request: SandboxRequest): void {
    this.requests.push(request);
  }

  /** Resolves as soon as the refund's own answer may leave. */
  addRefund(refund: SandboxRefund, simulator: Simulator): Promise<void> | undefined {
    this.refunds.push(refund);
    if (!this.#notify) return undefined;
    const { finishAfterMs } = this.#notify;
    if (refund.status === "pending" && finishAfterMs !== undefined) {
      this.#notifier.later(finishAfterMs, () => this.finish(simulator, refund.number, "succeeded"));
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
