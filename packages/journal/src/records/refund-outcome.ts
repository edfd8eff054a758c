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

/** Who or what settled a refund, if it was not the provider's answer to the refund request. */
export interface SettledBy {
  /** For example `Ana, in the provider's dashboard` or `webhook evt_81`. */
  readonly by: string;
  /** When it was recorded, in Unix milliseconds. */
  readonly at: number;
  /** The provider's answer to the query that proves it. Absent if the journal does not keep answers. */
  readonly raw?: RawAnswer;
}

/** Fields of every outcome of a refund that goes through a journal. */
interface Journaled {
  /** The account's name in `createRefunds`. */
  readonly account: string;
  /** The raw answer. Absent if there was none, or if the journal does not keep answers. */
  readonly raw?: RawAnswer;
  /** Absent if the provider's answer to the refund request settled the refund. */
  readonly settledBy?: SettledBy;
  /**
   * False if the refund was sent but the journal could not store its outcome. The outcome itself is correct. Call
   * `record()` with its `status`: until then the journal does not send other refunds of the payment.
   */
  readonly recorded?: false;
}

interface JournaledAnswer<Answer> extends Journaled {
  /** The parsed body of the answer. Absent if there was none, or if the journal does not keep answers. */
  readonly answer?: Answer;
}

/** The refund happened. Nothing is left to do. */
export interface SucceededRefund<Answer = unknown>
  extends Omit<Succeeded<Answer>, keyof JournaledAnswer<Answer>>,
    JournaledAnswer<Answer> {}

/** The provider accepted the refund, and its final outcome comes later. Reconcile it, or record what the provider reports. */
export interface PendingRefund<Answer = unknown>
  extends Omit<Pending<Answer>, keyof JournaledAnswer<Answer>>,
    JournaledAnswer<Answer> {}

/** The refund was declined, or evidence says that it did not happen. No money moved. */
export interface DeclinedRefund<Code extends string = string>
  extends Omit<Declined<Code>, keyof Journaled>,
    Journaled {}

/** The refund provably never reached the provider. */
export interface NotSentRefund extends Omit<NotSent, keyof Journaled>, Journaled {}

/** The refund may have happened. Do not send it again; reconcile it. */
export interface UnknownRefund<Code extends string = string>
  extends Omit<Unknown<Code>, keyof Journaled>,
    Journaled {}

/** The facts about the refund contradict each other. A person must look at it and pass the result to `record()`. */
export interface RefundToReview<Answer = unknown>
  extends Omit<NeedsReview<Answer>, keyof JournaledAnswer<Answer>>,
    JournaledAnswer<Answer> {}

/** The refund was accepted, and later the bank or the provider reversed it: the money came back to you. */
export interface ReversedRefund extends OutcomeBase, Journaled {
  readonly account: string;
  /** `reversed`: the refund was accepted, and later the money came back to you. */
  readonly status: "reversed";
  /** Where this outcome comes from. */
  readonly because: "query_proved" | "notification_proved" | "evidence_recorded";
  /** Always false. To refund the payment again, use a new key. */
  readonly retryable: false;
  /** The provider's own id of the refund, if it gave one. */
  readonly refundId?: string;
}

/** The outcome of a refund that goes through a journal. Switch on `status`. */
export type RefundOutcome<Answer = unknown, Code extends string = string> =
  | SucceededRefund<Answer>
  | PendingRefund<Answer>
  | DeclinedRefund<Code>
  | NotSentRefund
  | UnknownRefund<Code>
  | RefundToReview<Answer>
  | ReversedRefund;

/** The outcome without the provider's answer, which may contain personal data. */
export function withoutAnswer(outcome: RefundOutcome): RefundOutcome {
  const { raw: _raw, answer: _answer, ...rest } = { answer: undefined, ...outcome };
  return rest as RefundOutcome;
}
