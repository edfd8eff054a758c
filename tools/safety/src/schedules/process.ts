/** The processes of a schedule. Each has its own facade and can die or sleep; all share the provider and the journal. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Sandbox } from "@refunds/sandbox";
import { type Account, createRefunds, type JournalStore, type RefundEvent } from "refunds";
import type { Violation } from "../processes/truth.ts";
import type { Call, Facade, Process } from "./call.ts";
import { clientOf } from "./client-of.ts";
import type { StoppedClock } from "./clock.ts";
import { defectiveClient, defectiveInit, type ScheduleDefect } from "./defects.ts";
import { clientElsewhere } from "./elsewhere.ts";
import type { Fetch } from "./fetches.ts";
import { followed, noteSending } from "./sendings.ts";
import { defectiveStore } from "./store-defects.ts";

export interface ProcessSetup {
  readonly sandbox: Sandbox;
  readonly clock: StoppedClock;
  readonly store: JournalStore;
  /** The store without its outages. */
  readonly steadyStore: JournalStore;
  readonly found: Violation[];
  readonly defect: ScheduleDefect | undefined;
  readonly provider: string;
  readonly account: string;
  readonly random: (bound: number) => number;
  /** Sends a request after it has left its process. */
  readonly fetch: Fetch;
  /** Called when a call begins to send. */
  readonly begins: (call: Call) => void;
  /** Called when an answer arrives at a process that is dead. */
  readonly lost: (call: Call) => void;
}

type Step = <T>(value: T, isBeforeTheNetwork?: boolean) => Promise<T>;

const currentStep = new AsyncLocalStorage<{ readonly call: Call; readonly step: Step }>();

/** The call that the running code belongs to. */
export const currentCall = (): Call | undefined => currentStep.getStore()?.call;

export class Processes {
  readonly #setup: ProcessSetup;
  readonly #store: JournalStore;
  readonly #client: Account;
  readonly #started: Process[] = [];

  constructor(setup: ProcessSetup) {
    const { store, defect, sandbox, provider } = setup;
    this.#setup = setup;
    this.#store = defectiveStore(store, defect);
    const client = clientOf(sandbox, provider, (input, init) => this.#send(input, init));
    this.#client = defectiveClient(followed(client), defect);
  }

  start(): Process {
    const { clock, random, account, begins } = this.#setup;
    const parts = { clock, random, account, begins, store: this.#store, client: this.#client };
    const process = new SimulatedProcess(parts);
    this.#started.push(process);
    return process;
  }

  /** A process whose account sends elsewhere. It takes no time and draws nothing, so that all others do the same as without it. */
  startElsewhere(): Process {
    const { sandbox, provider, clock, account, defect, begins, steadyStore, found } = this.#setup;
    const client = clientElsewhere(sandbox, provider, found);
    const store = defectiveStore(steadyStore, defect);
    const parts = { clock, random: () => 0, account, begins, store, client };
    const process = new SimulatedProcess(parts);
    this.#started.push(process);
    return process;
  }

  /** Kills all of them, so that they do not affect the next schedule. */
  stop(): void {
    for (const process of this.#started) process.stepsLeft = Number.NEGATIVE_INFINITY;
  }

  async #send(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const { fetch, lost, defect } = this.#setup;
    const { call, step } = currentStep.getStore() as { call: Call; step: Step };
    // The client has checked the clock. If the process sleeps from now on, the client cannot notice it.
    call.napsBefore = call.process.naps;
    const request = await step(new Request(input, defectiveInit(init, defect)), true);
    try {
      return await fetch(request);
    } finally {
      if (call.process.stepsLeft <= 0) lost(call);
      await step(undefined);
    }
  }
}

interface ProcessParts {
  readonly clock: StoppedClock;
  readonly random: (bound: number) => number;
  readonly account: string;
  readonly store: JournalStore;
  readonly client: Account;
  readonly begins: ProcessSetup["begins"];
}

class SimulatedProcess implements Process {
  stepsLeft = Number.POSITIVE_INFINITY;
  naps = 0;
  readonly call: Process["call"];
  readonly another: Pick<Process, "call">;
  readonly #parts: ProcessParts;
  readonly #journal: JournalStore;
  #nap: Promise<void> | undefined;
  #endNap = () => {};
  #dozesAfter = Number.POSITIVE_INFINITY;

  constructor(parts: ProcessParts) {
    this.#parts = parts;
    this.#journal = this.#steppingJournal(parts.store);
    this.call = this.#callThrough(this.#facade());
    this.another = { call: (info, use) => this.#callThrough(this.#facade())(info, use) };
  }

  get isAsleep(): boolean {
    return this.#nap !== undefined;
  }

  doze(after: number): void {
    this.#dozesAfter = after;
  }

  wake(): void {
    this.#dozesAfter = Number.POSITIVE_INFINITY;
    this.#endNap();
  }

  /** Every call to the journal and the network goes through here. It takes a moment, or never ends. */
  readonly #step: Step = async (value, isBeforeTheNetwork = false) => {
    const { clock, random } = this.#parts;
    clock.note();
    this.stepsLeft -= 1;
    const ms = random(4);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    // Right before the network the client can no longer check the clock, so the process sleeps at the next step.
    if (!isBeforeTheNetwork) {
      if (this.#dozesAfter-- <= 0 && this.#nap === undefined) this.#sleep();
      while (this.#nap !== undefined) await this.#nap;
    }
    // The process may have died meanwhile in another call.
    return this.stepsLeft < 0 ? new Promise<never>(() => {}) : value;
  };

  #sleep(): void {
    this.naps++;
    this.#dozesAfter = Number.POSITIVE_INFINITY;
    this.#nap = new Promise((resolve) => {
      this.#endNap = () => {
        this.#nap = undefined;
        resolve();
      };
    });
  }

  #steppingJournal(store: JournalStore): JournalStore {
    const { clock } = this.#parts;
    const answered = async <T>(work: Promise<T>): Promise<T> => {
      const [done] = await Promise.allSettled([work]);
      await this.#step(undefined);
      return done.status === "fulfilled" ? done.value : Promise.reject(done.reason);
    };
    return {
      transact: async (...given) => {
        const stepped = await this.#step(given);
        return answered(clock.track(() => store.transact(...stepped) as Promise<never>));
      },
      get: async (key) => answered(clock.track(() => store.get(key))),
      lease: async (request) => answered(clock.track(() => store.lease(request))),
      list: async (query) => answered(clock.track(() => store.list(query))),
      open: async () => answered(clock.track(() => store.open())),
      close: () => store.close(),
    };
  }

  #facade(): Facade {
    const { account, client, begins } = this.#parts;
    const observe = (event: RefundEvent) => {
      const call = currentCall();
      if (call && event.event === "judged") call.judged = event.status;
      if (call && event.event === "sent") begins(call);
      noteSending(event);
    };
    return createRefunds({
      accounts: { [account]: client },
      journal: this.#journal,
      observe,
    }) as Facade;
  }

  #callThrough(refunds: Facade): Process["call"] {
    return (info, use) => {
      const call: Call = {
        ...info,
        process: this,
        startedAt: performance.now(),
        napsBefore: 0,
        sent: false,
        arrived: false,
        cached: false,
        judged: undefined,
      };
      return currentStep.run({ call, step: this.#step }, () => this.#whileAlive(use(refunds)));
    };
  }

  /** The timers of a dead process still run here, so that its facade can give up waiting. No caller is there to see it. */
  async #whileAlive<T>(work: Promise<T>): Promise<T> {
    await Promise.allSettled([work]);
    return this.stepsLeft < 0 ? new Promise<never>(() => {}) : work;
  }
}
