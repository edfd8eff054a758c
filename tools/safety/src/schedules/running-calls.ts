/** Runs calls of processes until they end, by letting time pass. */
import { type Violation, violation } from "../processes/truth.ts";
import type { Call, Process } from "./call.ts";
import type { StoppedClock } from "./clock.ts";
import type { Ledger } from "./ledger.ts";

/** More timers than any schedule needs. */
const maxTimers = 5000;

export class RunningCalls {
  readonly #clock: StoppedClock;
  readonly #ledger: Ledger;
  readonly #found: Violation[];
  /** Calls that have not ended, and their processes. */
  readonly #running = new Map<Promise<unknown>, Process>();

  constructor(clock: StoppedClock, ledger: Ledger, found: Violation[]) {
    this.#clock = clock;
    this.#ledger = ledger;
    this.#found = found;
  }

  /** Notes that an answer arrived at a process that is dead. */
  readonly lost = (call: Call): void => {
    const tracked = this.#ledger.of(call.key);
    this.#found.push(...this.#ledger.check());
    if (tracked && call.arrived && call.startedAt > tracked.settledAt) tracked.uncertain = true;
  };

  /** Starts to watch a call. It is a violation if the call rejects. */
  watch(work: Promise<unknown>, process: Process): void {
    const call = work.catch((error) =>
      this.#found.push(violation("rule broken", `rejected: ${error?.stack ?? error}`)),
    );
    this.#running.set(call, process);
    void call.finally(() => this.#running.delete(call));
  }

  async run(work: Promise<unknown>, process: Process): Promise<void> {
    this.watch(work, process);
    await this.wait();
  }

  /** Waits until all calls have ended, except those of dead or sleeping processes. */
  async wait(): Promise<void> {
    await this.#clock.settle();
    for (let timers = 0; [...this.#running.values()].some(isAwake); timers++) {
      if (timers > maxTimers || !(await this.#clock.passToNext())) {
        throw new Error("a call does not end");
      }
    }
    for (const [call, { stepsLeft }] of this.#running) {
      if (stepsLeft < 0) this.#running.delete(call);
    }
    this.#found.push(...this.#ledger.check());
  }
}

const isAwake = ({ stepsLeft, isAsleep }: Process): boolean => stepsLeft >= 0 && !isAsleep;
