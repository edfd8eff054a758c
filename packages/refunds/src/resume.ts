/** Reconciles what other processes, or this one before it restarted, left open. */
import { RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import { isJournalError, type JournalStore, type RefundOutcome } from "@refunds/journal";
import { unfinished } from "./local-outcomes.ts";
import { describe, type RefundRecord } from "./refund-record.ts";

/** A refund that was open: `status` is what it was, `outcome` what is known now. */
export interface ResumedRefund extends RefundRecord {
  readonly outcome: RefundOutcome;
}

export interface ResumeOptions {
  /** How many refunds to reconcile at most, oldest first. All of them by default. */
  readonly limit?: number;
  /** How many queries to have under way at once. 4 by default. */
  readonly concurrency?: number;
  /** Once it fires, no further refund is begun; what is done so far is returned. */
  readonly signal?: AbortSignal;
}

type Reconcile = (key: string, options?: { signal?: AbortSignal }) => Promise<RefundOutcome>;

/** @param reconcile what `reconcile(key)` does */
export async function resumeAll(
  store: JournalStore,
  reconcile: Reconcile,
  options: unknown,
): Promise<ResumedRefund[]> {
  const { limit, concurrency = 4, signal } = readResumeOptions(options);
  const open = (await store.open()).slice(0, limit).map(describe);
  const resumed: ResumedRefund[] = [];
  const left = open.values();
  async function work() {
    for (const refund of left) {
      if (signal?.aborted) return;
      resumed.push(await resume(refund, reconcile, signal));
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work));
  const order = new Map(open.map(({ key }, at) => [key, at]));
  return resumed.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
}

async function resume(
  refund: RefundRecord,
  reconcile: Reconcile,
  signal: AbortSignal | undefined,
): Promise<ResumedRefund> {
  try {
    return { ...refund, outcome: await reconcile(refund.key, { ...(signal && { signal }) }) };
  } catch (error) {
    if (isJournalError(error)) throw error;
    // Whatever keeps this one from being reconciled must not keep the others.
    const { outcome = unfinished(refund) } = refund;
    if (outcome.status !== "unknown") return { ...refund, outcome };
    return { ...refund, outcome: { ...outcome, message: `${outcome.message} ${error}` } };
  }
}

function readResumeOptions(options: unknown = {}): ResumeOptions {
  const read = readFields(options, ["limit", "concurrency", "signal"], "options");
  const problems = [...read.problems];
  const { limit, concurrency, signal } = read.values as ResumeOptions;
  for (const [name, value] of Object.entries({ limit, concurrency })) {
    if (value === undefined || (Number.isSafeInteger(value) && value > 0)) continue;
    problems.push({ field: `options.${name}`, message: "must be an integer above 0" });
  }
  if (signal !== undefined && typeof signal?.addEventListener !== "function") {
    problems.push({ field: "options.signal", message: "must be an AbortSignal" });
  }
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  return {
    ...(limit !== undefined && { limit }),
    ...(concurrency !== undefined && { concurrency }),
    ...(signal && { signal }),
  };
}
