import type {
  Declined,
  NeedsReview,
  NotSent,
  OutcomeBase,
  Pending,
  RawAnswer,
  Succeeded,
  Unknown,
} from "@refunds/core";

/** Who or what settled a refund, where that was not the provider's answer to the refund request. */
export interface SettledBy {
  /** Such as `Ana, in the provider's dashboard` or `webhook evt_81`. */
  readonly by: string;
  /** When it was recorded, in Unix milliseconds. */
  readonly at: number;
  /** The provider's answer to the query that proves it, where the journal keeps answers. */
  readonly raw?: RawAnswer;
}

/** What every outcome of a refund through a journal has. */
interface Journaled {
  /** The account's name in `createRefunds`. */
  readonly account: string;
  /** The answer as it came. Absent where there was none, or where the journal does not keep answers. */
  readonly raw?: RawAnswer;
  /** Absent where the provider's answer to the refund request settled it. */
  readonly settledBy?: SettledBy;
  /**
   * False where the refund was sent and the journal could not store its outcome. The outcome is right all the same. Until
   * you pass it to `record()`, the journal keeps the payment's other refunds back.
   */
  readonly recorded?: false;
}

interface JournaledAnswer<Answer> extends Journaled {
  /** The body of the answer, parsed. Absent where there was none, or where the journal does not keep answers. */
  readonly answer?: Answer;
}

/** The refund happened. Done. */
export interface SucceededRefund<Answer = unknown>
  extends Omit<Succeeded<Answer>, keyof JournaledAnswer<Answer>>,
    JournaledAnswer<Answer> {}

/** The provider accepted the refund; the final outcome comes later. Reconcile, or wait for the webhook. */
export interface PendingRefund<Answer = unknown>
  extends Omit<Pending<Answer>, keyof JournaledAnswer<Answer>>,
    JournaledAnswer<Answer> {}

/** The refund was refused, or found not to have happened. No money moved. */
export interface DeclinedRefund<Code extends string = string>
  extends Omit<Declined<Code>, keyof Journaled>,
    Journaled {}

/** The refund provably never reached the provider. */
export interface NotSentRefund extends Omit<NotSent, keyof Journaled>, Journaled {}

/** The refund may have happened. Do not send it again: reconcile. */
export interface UnknownRefund<Code extends string = string>
  extends Omit<Unknown<Code>, keyof Journaled>,
    Journaled {}

/** What is known about the refund is contradictory. A person looks, and passes what they find to `record()`. */
export interface RefundToReview<Answer = unknown>
  extends Omit<NeedsReview<Answer>, keyof JournaledAnswer<Answer>>,
    JournaledAnswer<Answer> {}

/** The provider had accepted the refund, and later the money came back to you: the bank or the provider reversed it. */
export interface ReversedRefund extends OutcomeBase, Journaled {
  readonly account: string;
  /** `reversed`: it had been accepted, and later the money came back to you. */
  readonly status: "reversed";
  /** Where this outcome comes from. */
  readonly because: "query_proved" | "evidence_recorded";
  /** Always false: to refund the payment again, use a new key. */
  readonly retryable: false;
  /** The provider's own id of the refund, where it gave one. */
  readonly refundId?: string;
}

/** How a refund through a journal ended. Switch on `status`. */
export type RefundOutcome<Answer = unknown, Code extends string = string> =
  | SucceededRefund<Answer>
  | PendingRefund<Answer>
  | DeclinedRefund<Code>
  | NotSentRefund
  | UnknownRefund<Code>
  | RefundToReview<Answer>
  | ReversedRefund;

/** The outcome without what the provider sent back, which may hold personal data. */
export function withoutAnswer(outcome: RefundOutcome): RefundOutcome {
  const { raw: _raw, answer: _answer, ...rest } = { answer: undefined, ...outcome };
  return rest as RefundOutcome;
}
