/** Processes of a schedule: each has a facade and a life of its own, and all share the provider and the journal. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Sandbox } from "@refunds/sandbox";
import { type Account, createRefunds, type JournalStore, providers, type Refunds } from "refunds";
import { keyHeader } from "../processes/shop/messages.ts";
import { type Spoil, spoiltStore } from "../processes/shop/spoilt-journal.ts";
import type { StoppedClock } from "./clock.ts";

const timeoutMs = 1000;

export interface Process {
  /** Negative once it is dead. Its calls then never end. */
  stepsLeft: number;
  /** Uses its facade; what is sent meanwhile is marked as the key's. */
  call<T>(key: string, use: (refunds: Refunds<Record<string, Account>>) => Promise<T>): Promise<T>;
}

export interface ProcessSetup {
  readonly sandbox: Sandbox;
  readonly clock: StoppedClock;
  readonly store: JournalStore;
  readonly spoil: Spoil | undefined;
  readonly provider: string;
  readonly account: string;
  readonly random: (bound: number) => number;
  /** The mark of a key's request, by which the simulator's record is read. */
  readonly markOf: (key: string) => string;
}

interface Caller {
  readonly key: string;
  readonly step: <T>(value: T) => Promise<T>;
}

const caller = new AsyncLocalStorage<Caller>();

export function processesOf(setup: ProcessSetup): () => Process {
  const { sandbox, clock, random, markOf } = setup;
  const spoilt = spoiltStore(setup.store, setup.spoil);
  const client = clientOf(sandbox, setup.provider, async (request) => {
    const { key, step } = caller.getStore() as Caller;
    const marked = await step(new Request(request as Request));
    marked.headers.set(keyHeader, markOf(key));
    return step(await sandbox.fetch(marked));
  });

  return () => {
    const process: Process = { stepsLeft: Number.POSITIVE_INFINITY, call };
    // Every way into and out of the journal and the network leads through here: it takes a moment, or never ends.
    const step = async <T>(value: T): Promise<T> => {
      clock.note();
      process.stepsLeft -= 1;
      const ms = random(4);
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      // It may have died meanwhile, by what else it does.
      return process.stepsLeft < 0 ? new Promise<never>(() => {}) : value;
    };
    const journal: JournalStore = {
      transact: async (...given) => {
        const asked = await step(given);
        return step(await clock.track(() => spoilt.transact(...asked) as Promise<never>));
      },
      get: async (key) => step(await clock.track(() => spoilt.get(key))),
      open: async () => step(await clock.track(() => spoilt.open())),
      close: () => spoilt.close(),
    };
    const refunds = createRefunds({ accounts: { [setup.account]: client }, journal });
    function call<T>(key: string, use: (given: typeof refunds) => Promise<T>): Promise<T> {
      return caller.run({ key, step }, () => use(refunds));
    }
    return process;
  };
}

function clientOf(sandbox: Sandbox, provider: string, fetch: typeof globalThis.fetch): Account {
  const factory = providers[provider as keyof typeof providers] as unknown as (
    options: object,
  ) => Account;
  const credentials = sandbox.provider(provider).credentials.at(-1);
  return factory({ environment: "test", ...credentials, timeoutMs, fetch });
}
