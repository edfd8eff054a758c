/** Decides which notifications a refund causes, and delivers them. */

import { notifiedStatuses } from "../simulator/notification.ts";
import type { Simulator } from "../simulator/simulator.ts";
import type { NotifiedStatus } from "../simulator-table.ts";
import { deliverUntilTaken } from "./deliver.ts";
import type { NotificationFault, NotifyOptions, SandboxNotification } from "./notify-options.ts";
import { Cleared, createTimers } from "./timers.ts";

/** What became of a notification. */
export interface SentNotification extends SandboxNotification {
  /** The HTTP status of each delivery's answer; 0 for one without an answer. */
  readonly answers: readonly number[];
  readonly fault?: NotificationFault;
}

export interface Notifier {
  readonly sent: readonly SentNotification[];
  /** Sends what the provider would send about a refund. Resolves as soon as the refund's own answer may leave. */
  notify(simulator: Simulator, refund: number, status: NotifiedStatus): Promise<void>;
  /** Does something after some time, unless the sandbox is reset before. */
  later(ms: number, action: () => Promise<void>): void;
  /** Resolves when no delivery is under way or waits for another attempt. */
  idle(): Promise<void>;
  /** Forgets everything, and delivers nothing that waits. */
  reset(): void;
}

/** @param options absent: nothing is sent */
export function createNotifier(
  options: NotifyOptions | undefined,
  onError: (error: unknown) => void,
): Notifier {
  const timers = createTimers();
  const counts = new Map<Simulator, number>();
  let sent: SentNotification[] = [];
  let held: (() => Promise<void>)[] = [];
  const underWay = new Set<Promise<void>>();

  function run(delivery: () => Promise<void>): Promise<void> {
    const running = delivery()
      .catch((error) => {
        if (!(error instanceof Cleared)) onError(error);
      })
      .finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  }

  async function notify(
    simulator: Simulator,
    refund: number,
    status: NotifiedStatus,
  ): Promise<void> {
    if (!options || !notifiedStatuses(simulator.table).includes(status)) return;
    const { provider } = simulator.table;
    const number = (counts.get(simulator) ?? 0) + 1;
    counts.set(simulator, number);
    const notification = { provider, refund, status, number };
    const fault = options.fault?.(notification);
    const answers: number[] = [];
    sent.push({ ...notification, answers, ...(fault && { fault }) });
    if (fault === "lost") return;
    let onFirst = () => {};
    const first = new Promise<void>((resolve) => {
      onFirst = resolve;
    });
    const outgoing = {
      provider,
      write: () => simulator.notification(refund, status, number),
      onAnswer: (answer: number) => {
        answers.push(answer);
        options.onDelivery?.(notification, answer);
        onFirst();
      },
    };
    const once = () => deliverUntilTaken(options, outgoing, timers);
    if (fault === "after_next") {
      held.push(once);
      return;
    }
    const behind = held;
    held = [];
    const all = async () => {
      if (fault === "late") await timers.wait(options.lateMs ?? 1000);
      await once();
      if (fault === "twice") await once();
      for (const delivery of behind) await delivery();
    };
    if (fault === "before_answer") {
      // Further attempts do not hold up the answer, and an error of the sandbox ends the wait, too.
      return Promise.race([first, run(all)]);
    }
    // In another turn of the event loop: the answer has left.
    void run(async () => {
      await timers.wait(0);
      await all();
    });
  }

  return {
    get sent() {
      return [...sent];
    },
    notify,
    later(ms, action) {
      void run(async () => {
        await timers.wait(ms);
        await action();
      });
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    reset() {
      timers.clear();
      counts.clear();
      sent = [];
      held = [];
    },
  };
}
