/** Stores what somebody found out about a refund. */
import { RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import { type RefundOutcome, refundIdText, settleEvidence } from "@refunds/journal";
import type { Journal } from "./journaled-refund.ts";
import { reporter, summaryOf } from "./observe.ts";
import { refuse } from "./refuse.ts";

/** What somebody found out about a refund: at the provider, from a bank statement, or from a webhook. */
export interface RecordRequest {
  /**
   * `declined`: it did not happen and will not; then `resend` may send it again. `reversed`: it had been accepted, and
   * later the money came back to you.
   */
  readonly status: "succeeded" | "declined" | "reversed";
  /** Who or what says so, such as `Ana, in the provider's dashboard` or `webhook evt_81`. Kept in the journal. */
  readonly by: string;
  /** The provider's own id of the refund, where you know it. */
  readonly refundId?: string;
}

const statuses: readonly unknown[] = ["succeeded", "declined", "reversed"];

/** @throws {RefundError} where the evidence is wrong, the key is unknown, or the refund may still be being sent. */
export async function recordEvidence(
  { store, observe, unrecorded }: Journal,
  key: string,
  given: RecordRequest,
): Promise<RefundOutcome> {
  const evidence = readEvidence(given);
  const record = await store.get(key);
  if (!record) return unknownKey(key);
  const { payment, account } = record;
  const refundId = evidence.refundId;
  const scope = {
    key,
    payment,
    ...(refundId !== undefined && { refundId: refundIdText(account, refundId) }),
  };
  const answeredAttempt = unrecorded.get(key);
  const result = await store.transact(
    scope,
    settleEvidence({
      ...evidence,
      because: "evidence_recorded",
      now: Date.now(),
      ...(answeredAttempt !== undefined && { answeredAttempt }),
    }),
  );
  switch (result.is) {
    case "recorded":
      unrecorded.delete(key);
      reporter(
        observe,
        "record",
        record,
      )({
        event: "recorded",
        ...summaryOf(result.outcome),
        recorded: true,
      });
      return result.outcome;
    case "in_progress": {
      const until = new Date(result.until).toISOString();
      const message = `may still be being sent until ${until}; record what you found after that`;
      return refuse("refund_in_progress", "key", message);
    }
    case "unknown_key":
    case "outdated":
      return unknownKey(key);
  }
}

function readEvidence(given: unknown): RecordRequest {
  const { values, problems } = readFields(given, ["status", "by", "refundId"], "", "evidence");
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  const { status, by, refundId } = values as Partial<RecordRequest>;
  if (!statuses.includes(status)) {
    refuse("invalid_request", "status", `must be ${statuses.join(", ")}`);
  }
  if (typeof by !== "string" || by.trim() === "") {
    refuse("invalid_request", "by", "must be text that says who or what found it out");
  }
  if (refundId !== undefined && (typeof refundId !== "string" || refundId === "")) {
    refuse("invalid_request", "refundId", "must be text, or left out");
  }
  return {
    status: status as RecordRequest["status"],
    by,
    ...(refundId !== undefined && { refundId }),
  };
}

export const unknownKey = (key: string): never =>
  refuse("unknown_key", "key", `${JSON.stringify(key)} is not in this journal`);
