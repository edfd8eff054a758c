/** Records evidence that the caller has about a refund. */
import { RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import {
  type RefundOutcome,
  type RefundState,
  refundIdText,
  settleEvidence,
  states,
} from "@refunds/journal";
import type { JournalContext } from "./journal-context.ts";
import { reporter, summaryOf } from "./observe.ts";
import { refuse } from "./refuse.ts";

/** Evidence for `record()`: what the provider's dashboard, a bank statement or a webhook says about a refund. */
export interface RecordRequest {
  /**
   * `succeeded`: the money was refunded. `declined`: the refund did not and will not happen, so that `resend` may send it
   * again. `reversed`: it was accepted, but later the money came back to you.
   */
  readonly status: "succeeded" | "declined" | "reversed";
  /** The source, such as `Ana, in the provider's dashboard` or `webhook evt_81`. Stored in the journal. */
  readonly by: string;
  /** The provider's id of the refund, if you know it. */
  readonly refundId?: string;
}

const statuses: readonly unknown[] = Object.keys(states).filter(
  (name) => states[name as RefundState].decided,
);

/** @throws {RefundError} if the evidence is invalid, the key is unknown, or the refund may still be being sent */
export async function recordEvidence(
  { store, observe, unrecorded }: JournalContext,
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
      )?.({
        event: "recorded",
        ...summaryOf(result.outcome),
        recorded: true,
      });
      return result.outcome;
    case "in_progress": {
      const until = new Date(result.until).toISOString();
      const message = `belongs to a refund that may still be being sent until ${until}; call record() after that`;
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
    refuse("invalid_request", "status", `must be one of ${statuses.join(", ")}`);
  }
  if (typeof by !== "string" || by.trim() === "") {
    refuse(
      "invalid_request",
      "by",
      "must be a non-empty string that names the source, such as a person or a webhook",
    );
  }
  if (refundId !== undefined && (typeof refundId !== "string" || refundId === "")) {
    refuse("invalid_request", "refundId", "must be a non-empty string, or omitted");
  }
  return {
    status: status as RecordRequest["status"],
    by,
    ...(refundId !== undefined && { refundId }),
  };
}

export const unknownKey = (key: string): never =>
  refuse(
    "unknown_key",
    "key",
    `${JSON.stringify(key)} is not in the journal; no refund found for this key`,
  );
