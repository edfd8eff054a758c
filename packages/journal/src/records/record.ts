import type { Amount, RawAnswer } from "@refunds/core";
import type { RefundOutcome } from "./refund-outcome.ts";

/** One refund in the journal. Contains no credentials. Personal data can only be inside the provider's answers. */
export interface JournalRecord {
  /** The caller's own id of the refund (its idempotency key). */
  readonly key: string;
  /** The account's name in `createRefunds`. */
  readonly account: string;
  readonly provider: string;
  /**
   * The environment that it belongs to: `live`, `test`, `sandbox`, the origin of a `baseUrl`, or the account's own name
   * for it. Absent if the account does not say it, and in records of earlier versions.
   */
  readonly sentTo?: string;
  /** The payment as one text. All refunds of a payment have the same text. */
  readonly payment: string;
  /** The caller's request as canonical JSON. Equal requests have equal texts. */
  readonly request: string;
  /** Absent for a full refund without an amount. */
  readonly amount?: Amount;
  /** How much of the payment could be refunded in total, if the caller gave it with this refund. */
  readonly refundable?: Amount;
  /** When `refundable` was given, in Unix milliseconds. */
  readonly refundableAt?: number;
  /** `leaving`: written before the request was sent, no outcome yet. `settled`: `outcome` is the current outcome. */
  readonly state: "leaving" | "settled";
  /** 1 for the first attempt, one more for each resend. 0 if the journal declined the refund itself. */
  readonly attempt: number;
  /** Unix milliseconds. The sender may still be sending until then, and not after. */
  readonly sendingUntil: number;
  /** Absent until the first outcome. In a `leaving` record it belongs to an earlier attempt. */
  readonly outcome?: RefundOutcome;
  /** Everything that was learned about this refund, oldest first. Entries are never removed. */
  readonly history: readonly HistoryEntry[];
  /** Unix milliseconds. */
  readonly openedAt: number;
  readonly changedAt: number;
}

/** One thing that was learned about a refund. */
export interface HistoryEntry {
  /**
   * `sent`: the record was written before sending. `answer`: the result of sending. `evidence`: what a person, a webhook
   * or a query reported. `journal`: the journal declined the refund without sending it.
   */
  readonly what: "sent" | "answer" | "evidence" | "journal";
  /** Unix milliseconds. */
  readonly at: number;
  /** The attempt that the entry is about. */
  readonly attempt: number;
  /** Of a request that was sent again under its key, to learn its outcome: 1 for the first repetition. Absent for the first. */
  readonly again?: number;
  /** The reported status. Absent for `sent`. */
  readonly status?: RefundOutcome["status"];
  readonly because?: RefundOutcome["because"];
  /** Of `evidence`: who or what provided it. Of `sent` and `journal`: who asked for the refund, if the caller said so. */
  readonly by?: string;
  /** Of `evidence` from a query: the notification, signed by the provider, that was the reason to ask. */
  readonly after?: string;
  /** The provider's own id of the refund. */
  readonly refundId?: string;
  /** The provider's answer behind this entry. Absent if answers are not kept, and mostly if the outcome holds it. */
  readonly raw?: RawAnswer;
  /** For `not_sent`: how many consecutive attempts, or repetitions of one, ended like this. Absent for one. */
  readonly times?: number;
}

/** A refund id and its account as one text, so that ids of different accounts never match. */
export const refundIdText = (account: string, refundId: string): string =>
  JSON.stringify([account, refundId]);

/** The refund id of a record's outcome, in the form of `refundIdText()`. */
export function refundIdOf({ account, outcome }: JournalRecord): string | undefined {
  if (!outcome || !("refundId" in outcome) || outcome.refundId === undefined) return undefined;
  return refundIdText(account, outcome.refundId);
}
