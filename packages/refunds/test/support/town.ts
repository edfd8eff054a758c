/** A small world for schedules: processes that share a journal and crash, a clock that jumps, and a sandbox that counts money. */
import { vi } from "vitest";
import type { JournalStore } from "../../src/index.ts";
import { request, sandbox, shop } from "./shop.ts";

/** One thing that happens. Keys 0 and 1 refund one payment, 2 and 3 another. */
export type Step =
  | { readonly do: "refund"; readonly key: number; readonly process: number }
  /** The process dies as it comes back from, or goes into, the journal or the network for the n-th time from now. */
  | { readonly do: "crash"; readonly process: number; readonly after: number }
  /** Everything that can end, ends. */
  | { readonly do: "wait" }
  /** The same, and an hour passes. */
  | { readonly do: "sleep" }
  /** Somebody looks at the provider and tells the journal. */
  | { readonly do: "look" };

/** What went wrong, in words: empty where nothing did. */
export interface Verdict {
  readonly wrong: readonly string[];
  readonly told: readonly string[];
}

const timeoutMs = 1000;
const amountOf = (key: number) => 100 + key;
/** Of a payment one of the two refunds fits, not both. */
const refundableValue = 150;

/** @param journalOf what a process makes of the journal that all share */
export async function live(
  steps: readonly Step[],
  seed: number,
  shared: JournalStore,
  journalOf: (shared: JournalStore) => JournalStore = (store) => store,
): Promise<Verdict> {
  sandbox.reset();
  sandbox.inject({ seed, chance: 0.5 });
  const wrong: string[] = [];
  const told: string[] = [];
  const running = new Set<Promise<unknown>>();
  const asks = [0, 1, 2, 3].map((key) => {
    // The other payment is one whose refunds stay pending.
    const ask = request("ottpay", `key-${key}`, amountOf(key), key > 1 ? 3 : 0);
    return {
      ...ask,
      refundable: { value: refundableValue, currency: ask.amount?.currency ?? "CAD" },
    };
  });

  const moved = (key: number) =>
    sandbox.refunds.filter(({ amount }) => amount.value === amountOf(key)).length;

  function start() {
    const life = { left: Number.POSITIVE_INFINITY };
    /** Every way into and out of the journal and the network leads through here. */
    const pass = async <T>(value: T): Promise<T> => {
      life.left -= 1;
      return life.left < 0 ? new Promise<never>(() => {}) : value;
    };
    const store = journalOf(shared);
    const journal: JournalStore = {
      ...store,
      transact: async (...call) => pass(await store.transact(...(await pass(call)))),
    };
    const fetch: typeof globalThis.fetch = async (...call) =>
      pass(await sandbox.fetch(...(await pass(call))));
    return { life, refunds: shop({ journal, fetch, timeoutMs }) };
  }
  const processes = [start(), start()];

  function refund(key: number, { life, refunds }: ReturnType<typeof start>) {
    const ask = asks[key];
    if (!ask || life.left < 0) return;
    const call = refunds.refund(ask).then((outcome) => {
      const times = moved(key);
      told.push(outcome.status);
      const lie =
        outcome.status === "succeeded"
          ? times === 0
          : /declined|not_sent/.test(outcome.status) && times > 0;
      if (lie) wrong.push(`key ${key} was told ${outcome.status}, moved ${times} times`);
    });
    running.add(call);
    void call.finally(() => running.delete(call));
  }

  /** Calls of dead processes never end; all others do, within this time. */
  async function wait() {
    for (let at = 0; at < 8 && running.size > 0; at++) {
      await vi.advanceTimersByTimeAsync(timeoutMs / 2);
    }
  }

  async function look() {
    const { refunds } = start();
    for (const { key } of await refunds.open()) {
      const status = moved(Number(key.at(-1))) > 0 ? "succeeded" : "declined";
      await refunds.record(key, { status, by: "somebody who looked" });
    }
  }

  for (const step of steps) {
    if (step.do === "refund") refund(step.key, processes[step.process] as (typeof processes)[0]);
    if (step.do === "crash") {
      const { life } = processes[step.process] as (typeof processes)[0];
      life.left = Math.min(life.left, step.after);
      processes[step.process] = start();
    }
    if (step.do !== "refund" && step.do !== "crash") await wait();
    if (step.do === "sleep") vi.setSystemTime(Date.now() + 3_600_000);
    if (step.do === "look") await look();
  }
  await wait();
  // Afterwards: every process is new, an hour has passed, somebody has looked, and every key is asked for again.
  running.clear();
  vi.setSystemTime(Date.now() + 3_600_000);
  await look();
  for (const key of asks.keys()) refund(key, start());
  await wait();

  for (const key of asks.keys()) {
    if (moved(key) > 1) wrong.push(`key ${key} refunded ${moved(key)} times`);
  }
  for (const pair of [0, 2]) {
    const sum = [pair, pair + 1].reduce((all, key) => all + moved(key) * amountOf(key), 0);
    if (sum > refundableValue) wrong.push(`${sum} of ${refundableValue} refunded`);
  }
  return { wrong, told };
}
