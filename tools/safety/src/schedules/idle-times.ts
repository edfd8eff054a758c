/** Lets time pass until all processes are idle, and then works in a new one. */
import type { Process } from "./call.ts";
import type { StoppedClock } from "./clock.ts";
import type { KeyFaults } from "./key-faults.ts";
import type { Processes } from "./process.ts";
import type { RunningCalls } from "./running-calls.ts";

const hourMs = 3_600_000;

export interface IdleTimesSetup {
  readonly clock: StoppedClock;
  readonly calls: RunningCalls;
  readonly keyFaults: KeyFaults;
  readonly processes: Processes;
  /** For how many seconds the provider remembers keys, if it says so. */
  readonly remembered: number | undefined;
}

export class IdleTimes {
  readonly #setup: IdleTimesSetup;
  readonly #idleMs: number;

  constructor(setup: IdleTimesSetup) {
    this.#setup = setup;
    const { remembered } = setup;
    // Where keys are remembered for an hour only, people come earlier, so that there is something left to send again.
    this.#idleMs = remembered ? Math.min(hourMs, 500 * remembered) : hourMs;
  }

  /** Waits until requests have arrived that no call waits for. */
  async waitForLate(): Promise<void> {
    const { clock, calls, keyFaults } = this.#setup;
    await calls.wait();
    while (keyFaults.anyLate) await clock.passToNext();
    await calls.wait();
  }

  /** All processes sleep for an hour, or for a share of the time for which keys are remembered. */
  async sleep(): Promise<void> {
    const { clock, keyFaults } = this.#setup;
    await this.waitForLate();
    clock.jump(keyFaults.drawPause() ?? hourMs);
  }

  /** Waits until all processes are idle and an hour or so has passed, then works in a new process. */
  async whenIdle(work: (process: Process) => Promise<void>): Promise<void> {
    await this.waitForLate();
    await this.#workAfter(this.#idleMs, work);
  }

  /** Works twice, each time after a share of the time for which keys are remembered, or just after it. */
  async withinTheTime(work: (process: Process) => Promise<void>): Promise<void> {
    for (let times = 0; times < 2; times++) {
      const pauseMs = this.#setup.keyFaults.drawPause();
      if (pauseMs === undefined) return;
      await this.waitForLate();
      await this.#workAfter(pauseMs, work);
    }
  }

  async #workAfter(ms: number, work: (process: Process) => Promise<void>): Promise<void> {
    const { clock, calls, processes } = this.#setup;
    clock.jump(ms);
    const process = processes.start();
    await calls.run(work(process), process);
  }
}
