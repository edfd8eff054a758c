/** An answer as it came. */
export interface RawAnswer {
  /** The HTTP status; 0 if a redirect was hidden (by a browser) or followed (by an injected `fetch`). */
  readonly status: number;
  /** The body as text. If the answer was cut, the part that arrived. */
  readonly body: string;
}

/** Why a provider refused, in one vocabulary for all of them. The outcome also has the provider's own `code` and `message`. */
export type Reason =
  | "already_refunded"
  | "exceeds_refundable"
  | "payment_not_found"
  | "not_refundable"
  | "not_settled"
  | "insufficient_balance"
  | "partial_not_supported"
  | "unauthorized"
  | "invalid_request"
  | "rate_limited"
  | "provider_error"
  /** The provider refused and its answer does not say why. */
  | "unspecified";

/** What every outcome has. */
export interface OutcomeBase {
  /** The provider's one-word name. */
  readonly provider: string;
  /** The account's name in `createRefunds`. Absent from outcomes of a single provider's client. */
  readonly account?: string;
}

/** Where a certain outcome comes from. */
export type SettledBecause =
  /** The provider's answer to the refund request says so. */
  | "provider_answered"
  /** The provider's answer to a query proves it. */
  | "query_proved"
  /** A notification that the provider signed proves it. */
  | "notification_proved"
  /** Evidence was recorded with `record()`. */
  | "evidence_recorded";

/** The provider confirmed the refund, and nothing that its answer repeats contradicts the request. */
export interface Succeeded<Answer = unknown> extends OutcomeBase {
  /** `succeeded`: the provider confirmed the refund, and its answer does not contradict the request. */
  readonly status: "succeeded";
  /** Where this outcome comes from. */
  readonly because: SettledBecause;
  /** Always false: the refund has happened. */
  readonly retryable: false;
  /** The provider's own id of the refund, where it gives one. */
  readonly refundId?: string;
  /** The body of the answer, parsed; what the documentation makes certain was checked. */
  readonly answer: Answer;
  /** The answer as it came: HTTP status and body text, with secrets masked. */
  readonly raw: RawAnswer;
}

/** The provider accepted the refund; the final outcome comes later. Reconcile it, or record what the provider reports. */
export interface Pending<Answer = unknown> extends OutcomeBase {
  /** `pending`: the provider accepted the refund; the final outcome comes later. */
  readonly status: "pending";
  /** Where this outcome comes from. */
  readonly because: SettledBecause;
  /** Always false: the refund is under way. */
  readonly retryable: false;
  /** The provider's own id of the refund, where it gives one. */
  readonly refundId?: string;
  /** The body of the answer, parsed; what the documentation makes certain was checked. */
  readonly answer: Answer;
  /** The answer as it came: HTTP status and body text, with secrets masked. */
  readonly raw: RawAnswer;
}

/** The refund was refused and no money moved. Fix the request and use a new key, or give up. */
export interface Declined<Code extends string = string> extends OutcomeBase {
  /** `declined`: the refund was refused; no money moved. */
  readonly status: "declined";
  /** Where this outcome comes from. `exceeds_refundable`: the journal declined the refund without sending it. */
  readonly because: SettledBecause | "exceeds_refundable";
  /** Always false: repeating the call does not help until something changes. */
  readonly retryable: false;
  /** Why, in the words that all providers share. */
  readonly reason: Reason;
  /** The provider's own error code, as text. */
  readonly code?: Code | (string & {});
  /** The provider's own message. */
  readonly message?: string;
  /** The answer as it came. Absent where the journal declined the refund without sending it. */
  readonly raw?: RawAnswer;
}

/** A failure below HTTP, reduced to what is safe to print. */
export interface FailureCause {
  /** The error's name, such as `TypeError`. */
  readonly name: string;
  /** The error's message. */
  readonly message: string;
  /** The runtime's code, such as `ECONNREFUSED`, where it gives one. */
  readonly code?: string;
}

/** Why a refund was not sent. */
export type NotSentBecause =
  /** No connection to the provider was made. Retryable. */
  | "not_connected"
  /** The runtime refused to send the request, for example to a blocked port. Not retryable: change the options. */
  | "not_dispatched"
  /** `timeoutMs` passed before the request left. Retryable. */
  | "timeout"
  /** Your `signal` fired before the request left. Retryable. */
  | "aborted"
  /** The access token that the request needs could not be obtained. Retryable. */
  | "token_unavailable"
  /** Another refund of the payment, `blockedBy`, was still being sent when the wait ended. Retryable. */
  | "payment_busy"
  /** Another refund of the payment, `blockedBy`, may have happened. Not retryable until that one is settled. */
  | "payment_blocked"
  /** The journal took too long to record the refund. Retryable. */
  | "journal_slow"
  /** The client refused the request after it was recorded, for example because its signing key is wrong. Not retryable. */
  | "request_refused";

/** The refund request provably never reached the provider: no connection was made, or an earlier step failed. */
export interface NotSent extends OutcomeBase {
  /** `not_sent`: the request never reached the provider. `retryable` says whether to send it again as it is. */
  readonly status: "not_sent";
  /** Why it was not sent. */
  readonly because: NotSentBecause;
  /** Whether the same call can succeed as it is. False where something else has to be done first. */
  readonly retryable: boolean;
  /** The key of the refund that holds this one back, where `because` is `payment_busy` or `payment_blocked`. */
  readonly blockedBy?: string;
  /** What happened and what to do, in a sentence. */
  readonly message: string;
  /** The failure below HTTP, or of the step that failed. */
  readonly cause: FailureCause;
}

/** What made an outcome uncertain. */
export type UnknownBecause =
  /** The deadline passed before the whole answer was read. */
  | "timeout"
  /** The caller's signal fired after the request had left. */
  | "aborted"
  /** The connection broke, or the answer was cut. */
  | "connection_lost"
  /** The answer is larger than a refund answer can be. */
  | "answer_too_large"
  /** The answer is a redirect, which is never followed. */
  | "redirected"
  /** The answer is not the documented format (HTML, empty, cut JSON). */
  | "unreadable_answer"
  /** The answer is readable, but nothing in the documentation says what it means. */
  | "undocumented_answer"
  /** The answer is not proven to be the provider's: its signature is missing, wrong, too old or by another key. */
  | "unverified_answer"
  /** The provider answered with an error or a state that leaves open whether money moved. */
  | "provider_error"
  /** Another process is sending this refund, or was when it stopped. */
  | "unfinished";

/** The request may have arrived, and no trustworthy answer came back. Do not send it again: reconcile. */
export interface Unknown<Code extends string = string> extends OutcomeBase {
  /** `unknown`: the money may have moved. Do not send it again; find out first. */
  readonly status: "unknown";
  /** What made the outcome uncertain. */
  readonly because: UnknownBecause;
  /** Always false: the refund may have happened. */
  readonly retryable: false;
  /** What happened and what to do, in a sentence. */
  readonly message: string;
  /** The provider's own error code, as text, where it gave one. */
  readonly code?: Code | (string & {});
  /** The provider's own id of the refund, where a `provider_error` gave one. */
  readonly refundId?: string;
  /** The failure below HTTP, where there was one. */
  readonly cause?: FailureCause;
  /** As much of the answer as came. Absent where none came. */
  readonly raw?: RawAnswer;
}

/** Two facts about the refund that cannot both be true. */
export interface Contradiction {
  /** What they disagree about, such as `amount`, `payment.id`, `refundId` or `status`. */
  readonly field: string;
  /** Where the second one is from: a JSON Pointer into the answer, or who recorded it. */
  readonly at: string;
  /** The first one: what was requested, or known before. */
  readonly asked: string;
  /** The second one. Absent where the answer leaves it out. */
  readonly answered?: string;
}

/** Why a person has to look at a refund. */
export type NeedsReviewBecause =
  /** The provider confirms or declines a refund, but its answer contradicts the request: it is about another one. */
  | "answer_contradicts_request"
  /** The provider's refund id is that of another refund in the journal: the answer may be an old one, from a cache. */
  | "refund_id_reused"
  /** What was recorded about the refund contradicts what was known before. */
  | "evidence_conflicts";

/** What is known about the refund is contradictory. The money may have moved; a person must look. */
export interface NeedsReview<Answer = unknown> extends OutcomeBase {
  /** `needs_review`: what is known is contradictory, and the money may have moved. A person must look. */
  readonly status: "needs_review";
  /** Why a person has to look. */
  readonly because: NeedsReviewBecause;
  /** Always false: the refund may have happened. */
  readonly retryable: false;
  /** Each fact that contradicts another one. */
  readonly contradictions: readonly Contradiction[];
  /** The provider's own id of the refund, where it gives one. */
  readonly refundId?: string;
  /** The body of the answer, parsed. */
  readonly answer: Answer;
  /** The answer as it came: HTTP status and body text, with secrets masked. */
  readonly raw: RawAnswer;
}

/** How a refund ended. Switch on `status`. Only a `not_sent` outcome that is `retryable` may be sent again as it is. */
export type Outcome<Answer = unknown, Code extends string = string> =
  | Succeeded<Answer>
  | Pending<Answer>
  | Declined<Code>
  | NotSent
  | Unknown<Code>
  | NeedsReview<Answer>;

/** The provider answered the query about this payment. */
export interface QueryFound<Answer = unknown> extends OutcomeBase {
  /** `found`: the provider answered about this payment. */
  readonly status: "found";
  /** The body of the answer, parsed; what the documentation makes certain was checked. */
  readonly answer: Answer;
  /** The answer as it came: HTTP status and body text, with secrets masked. */
  readonly raw: RawAnswer;
}

/** How a query ended. A query moves no money, so you may always repeat it. */
export type QueryOutcome<Answer = unknown, Code extends string = string> =
  | QueryFound<Answer>
  | Declined<Code>
  | NotSent
  | Unknown<Code>;
