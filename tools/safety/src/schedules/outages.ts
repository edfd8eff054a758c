/** Simulates outages of a journal: it rejects before it writes, or it writes and its answer is lost. */
import { JournalError } from "@refunds/journal";
import type { JournalStore } from "refunds";

export const outageKinds = ["refuses", "loses the answer", "is locked"] as const;
type OutageKind = (typeof outageKinds)[number];

export interface Outage {
  readonly kind: OutageKind;
  readonly ms: number;
  /** How many transactions succeed before it starts. */
  readonly after: number;
}

export interface Outages {
  plan(outage: Outage): void;
  /** Whether any outage has started. */
  readonly anyWere: boolean;
  /** The total length of all outages in milliseconds. */
  awayMs(): number;
  /** Ends the current outage and cancels a planned one. */
  end(): void;
  /** The store with its outages. */
  readonly store: JournalStore;
}

/** @param now milliseconds of a monotonic clock */
export function outagesOf(store: JournalStore, now: () => number): Outages {
  let planned: Outage | undefined;
  let letsPass = 0;
  let current:
    | { readonly kind: OutageKind; readonly from: number; readonly to: number }
    | undefined;
  /** Negative before the first outage. */
  let pastMs = -1;

  const away = () => {
    if (current && now() >= current.to) end();
    return current;
  };
  function end() {
    if (current) pastMs = Math.max(0, pastMs) + Math.min(now(), current.to) - current.from;
    current = undefined;
    planned = undefined;
  }
  function begin() {
    if (current || !planned || letsPass-- > 0) return false;
    current = { kind: planned.kind, from: now(), to: now() + planned.ms };
    return true;
  }
  const unlessAway =
    <Given extends readonly unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      const outage = away();
      if (outage) throw failure(outage.kind, false);
      return call(...given);
    };

  return {
    plan(outage) {
      if (away()) return;
      planned = outage;
      letsPass = outage.after;
    },
    get anyWere() {
      return current !== undefined || pastMs >= 0;
    },
    awayMs: () => Math.max(0, pastMs) + (current ? now() - current.from : 0),
    end,
    store: {
      async transact(scope, decide) {
        away();
        const isFirst = begin();
        if (!current) return store.transact(scope, decide);
        const isLost = isFirst && current.kind === "loses the answer";
        if (isLost) await store.transact(scope, decide);
        throw failure(current.kind, isLost);
      },
      get: unlessAway((key) => store.get(key)),
      lease: unlessAway((request) => store.lease(request)),
      list: unlessAway((query) => store.list(query)),
      open: unlessAway(() => store.open()),
      close: () => store.close(),
    },
  };
}

const failure = (kind: OutageKind, mayBeWritten: boolean): JournalError =>
  new JournalError(kind === "is locked" ? "locked" : "unavailable", {
    where: "The journal of the schedule",
    happened: "an outage is simulated",
    advice: "Wait",
    mayBeWritten,
  });
