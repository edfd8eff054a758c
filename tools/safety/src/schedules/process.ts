/** Processes of a schedule: each has a facade and a tracked of its own, and all share the provider and the journal. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Sandbox } from "@refunds/sandbox";
import {
  type Account,
  createRefunds,
  type JournalStore,
  providers,
  type RefundEvent,
  type Refunds,
} from "refunds";
import type { StoppedClock } from "./clock.ts";
import { defectiveClient, defectiveInit, defectiveStore, type ScheduleDefect } from "./defects.ts";
import type { Fetch } from "./fetches.ts";

const timeoutMs = 1000;

export type Facade = Refunds<Record<string, Account>>;

export interface Process {
  /** Negative once it is dead. Its calls then never end. */
  stepsLeft: number;
  /** Its calls go on once it wakes. */
  readonly isAsleep: boolean;
  /** How often it fell asleep. */
  readonly naps: number;
  /** Uses its facade, for the key and with the amount that the caller says can be refunded. */
  call<T>(about: CallInfo, use: (refunds: Facade) => Promise<T>): Promise<T>;
  /** The same through another facade of the process. */
  readonly another: Pick<Process, "call">;
  /** Falls asleep after so many steps. */
  doze(after: number): void;
  wake(): void;
}

export interface CallInfo {
  readonly key: string;
  /** What the caller said can be refunded of the payment. */
  readonly refundable?: number | undefined;
}

/** A call under way, and what is known of it apart from what it is told. */
export interface Call extends CallInfo {
  readonly process: Process;
  /** Milliseconds, by a clock that nobody sets back. */
  readonly startedAt: number;
  /** How often its process had slept when its client sent last. */
  napsBefore: number;
  /** Whether a request of it left. */
  sent: boolean;
  /** Whether a refund of it arrived. */
  arrived: boolean;
  /** Whether a cache answered for the provider. */
  cached: boolean;
  /** What the client made of the answer, once it has. */
  judged: string | undefined;
}

export interface ProcessSetup {
  readonly sandbox: Sandbox;
  readonly clock: StoppedClock;
  readonly store: JournalStore;
  readonly defect: ScheduleDefect | undefined;
  readonly provider: string;
  readonly account: string;
  readonly random: (bound: number) => number;
  /** What becomes of a request that has left its process. */
  readonly fetch: Fetch;
  /** The answer to a request of the call came to a process that was dead. */
  readonly lost: (call: Call) => void;
}

type Step = <T>(value: T, isBeforeTheNetwork?: boolean) => Promise<T>;

const underWay = new AsyncLocalStorage<{ readonly call: Call; readonly step: Step }>();

/** The call to which the code that runs belongs. */
export const currentCall = (): Call | undefined => underWay.getStore()?.call;

export interface Processes {
  start(): Process;
  /** All of them are dead: nothing of them reaches what comes next. */
  stop(): void;
}

export function processesOf(setup: ProcessSetup): Processes {
  const { clock, random, defect } = setup;
  const defective = defectiveStore(setup.store, defect);
  const client = defectiveClient(
    clientOf(setup.sandbox, setup.provider, async (input, init) => {
      const { call, step } = underWay.getStore() as { call: Call; step: Step };
      // Its client has looked at the clock; what sleeps from now on comes too late, and no client can know.
      call.napsBefore = call.process.naps;
      const request = await step(new Request(input, defectiveInit(init, defect)), true);
      try {
        return await setup.fetch(request);
      } finally {
        if (call.process.stepsLeft <= 0) setup.lost(call);
        await step(undefined);
      }
    }),
    defect,
  );

  const started: Process[] = [];
  const start = () => {
    let wake = () => {};
    let nap: Promise<void> | undefined;
    let naps = 0;
    let dozesAfter = Number.POSITIVE_INFINITY;
    function sleep() {
      naps++;
      dozesAfter = Number.POSITIVE_INFINITY;
      nap = new Promise((resolve) => {
        wake = () => {
          nap = undefined;
          resolve();
        };
      });
    }
    // Every way into and out of the journal and the network leads through here: it takes a moment, or never ends.
    const step: Step = async (value, isBeforeTheNetwork = false) => {
      clock.note();
      process.stepsLeft -= 1;
      const ms = random(4);
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      // Between its last look at the clock and the network it cannot be helped: it falls asleep at the next step.
      if (!isBeforeTheNetwork) {
        if (dozesAfter-- <= 0 && nap === undefined) sleep();
        while (nap !== undefined) await nap;
      }
      // It may have died meanwhile, by what else it does.
      return process.stepsLeft < 0 ? new Promise<never>(() => {}) : value;
    };
    const journal: JournalStore = {
      transact: async (...given) => {
        const asked = await step(given);
        return answered(clock.track(() => defective.transact(...asked) as Promise<never>));
      },
      get: async (key) => answered(clock.track(() => defective.get(key))),
      open: async () => answered(clock.track(() => defective.open())),
      close: () => defective.close(),
    };
    const answered = async <T>(work: Promise<T>): Promise<T> => {
      const [done] = await Promise.allSettled([work]);
      await step(undefined);
      return done.status === "fulfilled" ? done.value : Promise.reject(done.reason);
    };
    const observe = (event: RefundEvent) => {
      const call = currentCall();
      if (call && event.event === "judged") call.judged = event.status;
    };
    const facade = () =>
      createRefunds({ accounts: { [setup.account]: client }, journal, observe }) as Facade;
    const through = (refunds: Facade) =>
      function call<T>(about: CallInfo, use: (refunds: Facade) => Promise<T>): Promise<T> {
        const startedAt = performance.now();
        const facts = {
          napsBefore: 0,
          sent: false,
          arrived: false,
          cached: false,
          judged: undefined,
        };
        const call: Call = { ...about, process, startedAt, ...facts };
        return underWay.run({ call, step }, () => use(refunds));
      };
    const process: Process = {
      stepsLeft: Number.POSITIVE_INFINITY,
      get isAsleep() {
        return nap !== undefined;
      },
      get naps() {
        return naps;
      },
      call: through(facade()),
      another: { call: (about, use) => through(facade())(about, use) },
      doze(after) {
        dozesAfter = after;
      },
      wake() {
        dozesAfter = Number.POSITIVE_INFINITY;
        wake();
      },
    };
    started.push(process);
    return process;
  };
  return {
    start,
    stop() {
      for (const process of started) process.stepsLeft = Number.NEGATIVE_INFINITY;
    },
  };
}

function clientOf(sandbox: Sandbox, provider: string, fetch: typeof globalThis.fetch): Account {
  const factory = providers[provider as keyof typeof providers] as unknown as (
    options: object,
  ) => Account;
  const credentials = sandbox.provider(provider).credentials.at(-1);
  return factory({ environment: "test", ...credentials, timeoutMs, fetch });
}
