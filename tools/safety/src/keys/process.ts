/** A process of a schedule: it can die at any call to the journal or the network. */
import type { JournalStore } from "@refunds/journal";
import { type Account, createRefunds, type Refunds } from "refunds";
import type { StoppedClock } from "../schedules/clock.ts";

type Facade = Refunds<{ readonly eu: Account }>;

export interface KeyProcess {
  readonly refunds: Facade;
  /** It dies after this many more steps. Its calls then never end. */
  die(after: number): void;
  /** What is sent through it. */
  readonly send: (request: Request) => Promise<Response>;
}

export function startProcess(
  clock: StoppedClock,
  store: JournalStore,
  random: (bound: number) => number,
  network: (request: Request) => Promise<Response>,
  accountWith: (send: KeyProcess["send"]) => Account,
): KeyProcess {
  let stepsLeft = Number.POSITIVE_INFINITY;

  async function step<T>(work: () => Promise<T>): Promise<T> {
    clock.note();
    const ms = random(4);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    if (--stepsLeft < 0) return new Promise(() => {});
    const result = await work();
    return stepsLeft < 0 ? new Promise(() => {}) : result;
  }

  const send = (request: Request) => step(() => network(request));
  const journal: JournalStore = {
    transact: (scope, decide) => step(() => store.transact(scope, decide)),
    get: (key) => step(() => store.get(key)),
    open: () => step(() => store.open()),
    lease: (request) => step(() => store.lease(request)),
    list: (query) => step(() => store.list(query)),
    close: () => store.close(),
  };
  return {
    refunds: createRefunds({ accounts: { eu: accountWith(send) }, journal }),
    send,
    die(after) {
      stepsLeft = Math.min(stepsLeft, after);
    },
  };
}
