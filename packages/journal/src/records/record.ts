import type { Amount, RawAnswer } from "@refunds/core";
import type { RefundOutcome } from "./refund-outcome.ts";

/** One refund as the journal holds it. Holds no credential; personal data only inside answers of the provider. */
export interface JournalRecord {
  /** The caller's own id of the refund. */
  readonly key: string;
  /** The account's name in `createRefunds`. */
  readonly account: string;
  readonly provider: string;
  /** Which payment, as one text: refunds of the same payment have the same. */
  readonly payment: string;
  /** The caller's request, as canonical JSON: the same text for the same request. */
  readonly request: string;
  /** Absent for a full refund that names no amount. */
  readonly amount?: Amount;
  /** What of the payment could be refunded in all, where the caller gave it with this refund. */
  readonly refundable?: Amount;
  /** When `refundable` was given, in Unix milliseconds. */
  readonly refundableAt?: number;
  /** `leaving`: written before the request left, and no outcome since. `settled`: `outcome` is the latest. */
  readonly state: "leaving" | "settled";
  /** 1 for the first time it is sent, one more each time it is sent again; 0 where the journal itself declined the refund. */
  readonly attempt: number;
  /** Unix milliseconds. Until then the sender may still be sending; after that it is not. */
  readonly sendingUntil: number;
  /** Absent until the first outcome is known. In a record that is `leaving` it is not the outcome of the current attempt. */
  readonly outcome?: RefundOutcome;
  /** Everything that was learned about this refund, oldest first. Only ever added to. */
  readonly history: readonly HistoryEntry[];
  /** Unix milliseconds. */
  readonly openedAt: number;
  readonly changedAt: number;
}

/** One thing that was learned about a refund. */
export interface HistoryEntry {
  /**
   * `sent`: it was written down to be sent. `answer`: what came of sending it. `evidence`: what somebody recorded, or a
   * query proved. `journal`: the journal declined it without sending.
   */
  readonly what: "sent" | "answer" | "evidence" | "journal";
  /** Unix milliseconds. */
  readonly at: number;
  /** Which sending it is about. */
  readonly attempt: number;
  /** The status it says the refund has. Absent for `sent`. */
  readonly status?: RefundOutcome["status"];
  readonly because?: RefundOutcome["because"];
  /** Who or what provided the evidence. */
  readonly by?: string;
  /** The provider's own id of the refund. */
  readonly refundId?: string;
  /** The provider's answer that says so, where it is kept and is not the outcome's own. */
  readonly raw?: RawAnswer;
  /** How many attempts in a row ended like this one, where it is `not_sent` and more than one. */
  readonly times?: number;
}

/** A refund id as one text: ids of different accounts never match. */
export const refundIdText = (account: string, refundId: string): string =>
  JSON.stringify([account, refundId]);

/** The refund id of a record's outcome, as `refundIdText()`. */
export function refundIdOf({ account, outcome }: JournalRecord): string | undefined {
  if (!outcome || !("refundId" in outcome) || outcome.refundId === undefined) return undefined;
  return refundIdText(account, outcome.refundId);
}
