/** Settles open refunds again and again, each at its own times, until it is stopped. */
import { deepFreeze, notify } from "@refunds/core/provider";
import {
  isBeingSent,
  isJournalError,
  type JournalRecord,
  type JournalStore,
  type RefundOutcome,
  rulesOf,
} from "@refunds/journal";
import { JanitorLease, leaseMs } from "./janitor-lease.ts";
import { readJanitorOptions } from "./janitor-options.ts";
import { openRecords } from "./open-records.ts";
import { pauseUntil } from "./pause.ts";
import { describe } from "./refund-record.ts";
import { nextTry } from "./try-times.ts";

/** The shortest and longest pause between two rounds. In the longest, the lease does not run out. */
const [shortestPauseMs, longestPauseMs] = [1000, leaseMs / 2];

/** What it works with. */
interface Facade {
  readonly store: JournalStore;
  readonly reconcile: (key: string) => Promise<RefundOutcome>;
  /** Aborts when the facade closes. */
  readonly closing: AbortSignal;
}

interface Work extends Facade {
  /** Aborts when the janitor has to stop. */
  readonly signal: AbortSignal;
  readonly options: ReturnType<typeof readJanitorOptions>;
}

/**
 * Resolves when `signal` has aborted or the facade was closed, and the tries that were running have ended.
 * @throws {RefundError} with all problems, if the options are invalid
 */
export async function tidyUp(facade: Facade, given: unknown): Promise<void> {
  const { store, closing } = facade;
  const options = readJanitorOptions(given);
  const signal = options.signal ? AbortSignal.any([options.signal, closing]) : closing;
  const work: Work = { ...facade, signal, options };
  const lease = new JanitorLease(store);
  while (!signal.aborted) {
    let nextAt = Number.POSITIVE_INFINITY;
    try {
      const doneUntil = await lease.hold();
      if (doneUntil !== undefined) nextAt = await round(work, lease, doneUntil);
    } catch (error) {
      notify(options.report, { event: "interrupted", error });
    }
    const ms = Math.min(Math.max(nextAt - Date.now(), shortestPauseMs), longestPauseMs);
    await pauseUntil(ms, signal);
  }
  // If this fails, the lease runs out by itself.
  await lease.release().catch(() => {});
}

/** Makes the tries that are due since `doneUntil`. Resolves with the time of the next one. */
async function round(work: Work, lease: JanitorLease, doneUntil: number): Promise<number> {
  const { store, signal, options } = work;
  const { schedule, concurrency } = options;
  const now = Date.now();
  // A refund that is opened meanwhile is not due before that.
  let nextAt = now + (schedule[0] as number);
  // Stays true if the lease is lost and held again meanwhile: the refunds that were skipped in between are still due.
  let isCut = false;
  const mayGoOn = () => {
    isCut ||= signal.aborted || !lease.isHeld;
    return !isCut;
  };
  async function* due() {
    for await (const record of openRecords(store)) {
      if (!mayGoOn()) return;
      if (!rulesOf(record).asksProvider) continue;
      nextAt = Math.min(nextAt, nextTry(record, schedule, now));
      const isDue = nextTry(record, schedule, doneUntil) <= now;
      if (isDue && !isBeingSent(record, now)) yield record;
    }
  }
  const stopRenewing = lease.keepRenewing();
  const records = due();
  async function tryAll() {
    for await (const record of records) {
      await tryOne(work, record);
      if (!mayGoOn()) return;
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: concurrency }, tryAll));
  await stopRenewing();
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  // What is left is tried in the next round, by this process or the next holder of the lease.
  if (mayGoOn()) await lease.hold(now);
  return nextAt;
}

async function tryOne({ reconcile, options }: Work, record: JournalRecord): Promise<void> {
  const refund = describe(record);
  try {
    const outcome = await reconcile(record.key);
    notify(options.report, deepFreeze({ event: "tried", refund, outcome }));
  } catch (error) {
    // The journal failed, so it would fail for the others, too.
    if (isJournalError(error) && error.code !== "unreadable_record") throw error;
    notify(options.report, { event: "failed", refund: deepFreeze(refund), error });
  }
}
