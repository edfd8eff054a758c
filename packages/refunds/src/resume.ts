/** Reconciles the refunds that this or another process left open. */
import { RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import {
  isBeingSent,
  isJournalError,
  type JournalRecord,
  type JournalStore,
  type RefundOutcome,
  rulesOf,
} from "@refunds/journal";
import { concurrencyMessage, isConcurrency } from "./janitor-options.ts";
import { unfinished } from "./local-outcomes.ts";
import { type NewestTime, newestSince } from "./newest-time.ts";
import { describe, type RefundRecord } from "./refund-record.ts";

/** A refund that was open. `status` is from before the call, `outcome` from after it. */
export interface ResumedRefund extends RefundRecord {
  readonly outcome: RefundOutcome;
}

/** Options of `resume()`. */
export interface ResumeOptions {
  /**
   * The maximum number of refunds, oldest first. Those that are being sent or need a review do not count. Those that no provider can
   * tell anything about do, each time, until a person settles them. Default: all.
   */
  readonly limit?: number;
  /** The maximum number of concurrent queries. Default: 4. */
  readonly concurrency?: number;
  /** Once it aborts, no other refund is started. Those that were are waited for, each at most twice its account's `timeoutMs`. */
  readonly signal?: AbortSignal;
}

type Reconcile = (
  key: string,
  options: undefined,
  newestTime: NewestTime,
) => Promise<RefundOutcome>;

export async function resumeAll(
  openRefunds: JournalStore["open"],
  reconcile: Reconcile,
  options: unknown,
): Promise<ResumedRefund[]> {
  const { limit, concurrency = 4, signal } = readResumeOptions(options);
  const all = await openRefunds();
  const open = (limit === undefined ? all : all.filter(canBeAsked).slice(0, limit)).map(describe);
  const newestTime = newestSince(all);
  const resumed: ResumedRefund[] = [];
  const left = open.values();
  let failure: { readonly error: unknown } | undefined;
  async function work() {
    for (const refund of left) {
      if (failure || signal?.aborted) return;
      try {
        resumed.push(await resume(refund, reconcile, newestTime));
      } catch (error) {
        failure = { error };
      }
    }
  }
  // Waits for all: what another one is sending must be recorded before `close()` closes the journal.
  await Promise.all(Array.from({ length: concurrency }, work));
  if (failure) throw (failure as { readonly error: unknown }).error;
  const order = new Map(open.map(({ key }, at) => [key, at]));
  return resumed.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
}

const canBeAsked = (record: JournalRecord) =>
  rulesOf(record).asksProvider && !isBeingSent(record, Date.now());

async function resume(
  refund: RefundRecord,
  reconcile: Reconcile,
  newestTime: NewestTime,
): Promise<ResumedRefund> {
  try {
    const outcome = await reconcile(refund.key, undefined, newestTime);
    return { ...refund, outcome };
  } catch (error) {
    if (isJournalError(error) && error.code !== "unreadable_record") throw error;
    // An error with one refund must not stop the others.
    const { outcome = unfinished(refund) } = refund;
    if (outcome.status !== "unknown") return { ...refund, outcome };
    return { ...refund, outcome: { ...outcome, message: `${outcome.message} ${error}` } };
  }
}

function readResumeOptions(options: unknown = {}): ResumeOptions {
  const read = readFields(options, ["limit", "concurrency", "signal"], "options");
  const problems = [...read.problems];
  const { limit, concurrency, signal } = read.values as ResumeOptions;
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0))
    problems.push({ field: "options.limit", message: "must be an integer above 0" });
  if (concurrency !== undefined && !isConcurrency(concurrency))
    problems.push({ field: "options.concurrency", message: concurrencyMessage });
  if (signal !== undefined && typeof signal?.addEventListener !== "function") {
    problems.push({ field: "options.signal", message: "must be an AbortSignal" });
  }
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  return read.values as ResumeOptions;
}
