/** Refunds whose last word is open, and how somebody's word closes them. */
import type { JournalRecord, JournalStore } from "@refunds/journal";
import { settleByWord } from "@refunds/journal";
import type { AccountOutcome, AnyRefundRequest } from "./account.ts";
import { refuse } from "./refuse.ts";

/** A refund of which nobody knows yet how it ended. */
export interface OpenRefund {
  /** The refund's key. */
  readonly key: string;
  /** The account's name. */
  readonly account: string;
  /** The provider's one-word name. */
  readonly provider: string;
  /**
   * `unfinished`: it may have left, and the process that sent it stopped; the others as in its outcome. None is sent again
   * by itself.
   */
  readonly status: "unfinished" | "unknown" | "pending" | "needs_review";
  /** What was asked. */
  readonly request: AnyRefundRequest;
  /** The last word so far; absent where it is unfinished. */
  readonly outcome?: AccountOutcome;
  /** When it was first written down. */
  readonly openedAt: Date;
  /** When its state last changed. */
  readonly changedAt: Date;
}

/** What somebody found out about a refund, at the provider or from its notification. */
export interface Evidence {
  /** `declined`: it did not happen and will not; it may be sent again by `resend`. */
  readonly status: "succeeded" | "declined";
  /** Who or what says so, such as `Ana, by the provider's dashboard` or `notification evt_81`. Kept in the journal. */
  readonly by: string;
  /** The provider's own id of the refund, where it succeeded. */
  readonly refundId?: string;
}

/** Oldest first. Leaves out what another process may be sending right now. */
export async function listOpen(store: JournalStore): Promise<OpenRefund[]> {
  const now = Date.now();
  const records = await store.open();
  return records.filter(({ outcome, sendingUntil }) => outcome || sendingUntil < now).map(describe);
}

function describe({ key, account, provider, request, outcome, ...record }: JournalRecord) {
  const { account: _, ...asked } = JSON.parse(request);
  return {
    key,
    account,
    provider,
    status: outcome ? (outcome.status as OpenRefund["status"]) : "unfinished",
    request: asked,
    ...(outcome && { outcome: { ...outcome, account } }),
    openedAt: new Date(record.openedAt),
    changedAt: new Date(record.changedAt),
  } satisfies OpenRefund;
}

/** @throws {RefundError} where there is no open refund of that key, or the journal knows better. */
export async function recordEvidence(
  store: JournalStore,
  key: string,
  evidence: Evidence,
): Promise<AccountOutcome> {
  const { status, by, refundId } = Object(evidence) as Evidence;
  if (status !== "succeeded" && status !== "declined")
    refuse("status", "must be succeeded or declined");
  if (typeof by !== "string" || by.trim() === "") refuse("by", "must be who or what says so");
  // A transaction needs the payment, and only the record knows it. A record never changes its payment.
  const found = await store.transact(key, "", ({ record }) => ({ result: record }));
  if (!found) return refuse("key", `${JSON.stringify(key)} stands for no refund in this journal`);
  const finding = { status, by, now: Date.now(), ...(refundId !== undefined && { refundId }) };
  const taken = await store.transact(key, found.payment, settleByWord(finding));
  switch (taken.is) {
    case "recorded":
      return { ...taken.outcome, account: found.account };
    case "sending":
      return refuse("key", `may still be on its way until ${new Date(taken.until).toISOString()}`);
    case "contradicted":
      return refuse("status", `is recorded as ${taken.outcome.status}, which is no open outcome`);
    case "missing":
    case "changed":
      return refuse("key", `${JSON.stringify(key)} stands for no refund in this journal`);
  }
}
