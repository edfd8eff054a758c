/** Decides which notifications a refund causes, and delivers them. */

import { notOneOf } from "../options/read-named.ts";
import { notifiedStatuses } from "../simulator/notification.ts";
import type { Simulator } from "../simulator/simulator.ts";
import type { NotifiedStatus } from "../simulator-table.ts";
import { deliverUntilTaken } from "./deliver.ts";
import {
  type NotificationFault,
  type NotifyOptions,
  notificationFaults,
  type SandboxNotification,
} from "./notify-options.ts";
import { Cleared, createTimers, keepRunning } from "./timers.ts";

/** What became of a notification. */
export interface SentNotification extends SandboxNotification {
  /** The HTTP status of each delivery's answer; 0 for one without an answer. */
  readonly answers: readonly number[];
  readonly fault?: NotificationFault;
}

export class Notifier {
  readonly #options: NotifyOptions | undefined;
  readonly #onError: (error: unknown) => void;
  readonly #timers = createTimers();
  // Kept: a program may put the sandbox's own `fetch` in its place, which sends nothing over the network.
  readonly #fetch = globalThis.fetch;
  readonly #counts = new Map<Simulator, number>();
  readonly #underWay = new Set<Promise<void>>();
  #sent: SentNotification[] = [];
  /** Deliveries that wait for the next notification. */
  #held: (() => Promise<void>)[] = [];

  /** @param options absent: nothing is sent */
  constructor(options: NotifyOptions | undefined, onError: (error: unknown) => void) {
    this.#options = options;
    this.#onError = onError;
  }

  get sent(): readonly SentNotification[] {
    return [...this.#sent];
  }

  /** Sends what the provider would send about a refund. Resolves as soon as the refund's own answer may leave. */
  async notify(simulator: Simulator, refund: number, status: NotifiedStatus): Promise<void> {
    const options = this.#options;
    if (!options || !notifiedStatuses(simulator.table).includes(status)) return;
    const { provider } = simulator.table;
    const number = (this.#counts.get(simulator) ?? 0) + 1;
    this.#counts.set(simulator, number);
    const notification = { provider, refund, status, number };
    const fault = options.fault?.(notification);
    if (fault !== undefined && !notificationFaults.includes(fault)) {
      throw new RangeError(`What notify.fault returned ${notOneOf(fault, notificationFaults)}.`);
    }
    const answers: number[] = [];
    this.#sent.push({ ...notification, answers, ...(fault && { fault }) });
    if (fault === "lost") return;
    let onFirst = () => {};
    const first = new Promise<void>((resolve) => {
      onFirst = resolve;
    });
    const outgoing = {
      provider,
      fetch: this.#fetch,
      write: () => simulator.notification(refund, status, number),
      onAnswer: (answer: number) => {
        answers.push(answer);
        options.onDelivery?.(notification, answer);
        onFirst();
      },
    };
    const once = () => deliverUntilTaken(options, outgoing, this.#timers);
    if (fault === "after_next") {
      this.#held.push(once);
      return;
    }
    const deliveries = this.#deliveries(once, fault, options);
    if (fault === "before_answer") {
      // Further attempts do not hold up the answer, and an error of the sandbox ends the wait, too.
      return Promise.race([first, this.#run(deliveries)]);
    }
    // In another turn of the event loop: the answer has left.
    this.later(0, deliveries);
  }

  /** Does something after some time, unless the sandbox is reset before. */
  later(ms: number, action: () => Promise<void>): void {
    void this.#run(async () => {
      await this.#timers.wait(ms);
      await action();
    });
  }

  /** Resolves when no delivery is under way or waits for another attempt. */
  async idle(): Promise<void> {
    const stop = keepRunning();
    try {
      while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    } finally {
      stop();
    }
  }

  /** Forgets everything, and delivers nothing that waits. */
  reset(): void {
    this.#timers.clear();
    this.#counts.clear();
    this.#sent = [];
    this.#held = [];
  }

  /** A delivery as its fault says, with those that were held until now behind it. */
  #deliveries(
    once: () => Promise<void>,
    fault: NotificationFault | undefined,
    { lateMs = 1000 }: NotifyOptions,
  ): () => Promise<void> {
    const behind = this.#held;
    this.#held = [];
    return async () => {
      if (fault === "late") await this.#timers.wait(lateMs);
      await once();
      if (fault === "twice") await once();
      for (const delivery of behind) await delivery();
    };
  }

  #run(delivery: () => Promise<void>): Promise<void> {
    const running = delivery()
      .catch((error) => {
        if (!(error instanceof Cleared)) this.#onError(error);
      })
      .finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
    return running;
  }
}
