/** An answer as it came. */
export interface RawAnswer {
  /** The HTTP status; 0 where it is that of a redirect, hidden by a browser or followed by an injected `fetch`. */
  readonly status: number;
  /** The body as text; as much of it as came, where the outcome is `unknown` because it did not come whole. */
  readonly body: string;
}

/** Why a provider refused, in one vocabulary for all of them. The provider's own `code` and `message` stand beside it. */
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

/** What every outcome tells. */
export interface OutcomeBase {
  /** The provider's one-word name. */
  readonly provider: string;
  /** The account's name, where the refund went through `createRefunds`. */
  readonly account?: string;
}

/** The answer as it came: HTTP status and body text, with secrets masked. */
interface Answered<Answer> {
  /** The answer as it came: HTTP status and body text, with secrets masked. */
  readonly raw: RawAnswer;
  /** The body, parsed; what the documentation makes certain was checked. */
  readonly answer: Answer;
}

/** The provider confirmed, and what its answer repeats of the request matches. Done. */
export interface Succeeded<Answer = unknown> extends OutcomeBase, Answered<Answer> {
  /** `succeeded`: the provider confirmed the refund, and its answer matches the request. Done. */
  readonly status: "succeeded";
  /** The provider's own id of the refund, where it gives one. */
  readonly refundId?: string;
}

/** Accepted; the final word comes later. Query, or wait for the notification. */
export interface Pending<Answer = unknown> extends OutcomeBase, Answered<Answer> {
  /** `pending`: the provider accepted the refund; the final outcome comes later. */
  readonly status: "pending";
  /** The provider's own id of the refund, where it gives one. */
  readonly refundId?: string;
}

/** Refused; no money moved. Fix the request, or give up. */
export interface Declined<Code extends string = string> extends OutcomeBase {
  /** `declined`: the refund was refused; no money moved. */
  readonly status: "declined";
  /** Why, in the words that all providers share. */
  readonly reason: Reason;
  /** The provider's own error code, as text. */
  readonly code?: Code | (string & {});
  /** The provider's own words. */
  readonly message?: string;
  /** Absent where the refund was never sent: its own journal declined it. */
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

/** The refund request provably never left: no connection to the provider was made, or an earlier step failed. Safe to send again. */
export interface NotSent extends OutcomeBase {
  /** `not_sent`: the request never reached the provider. You can send it again. */
  readonly status: "not_sent";
  /** What happened, in a sentence. */
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
  /** The answer points elsewhere; redirects are never followed. */
  | "redirected"
  /** The answer is not the documented format (HTML, empty, cut JSON). */
  | "unreadable_answer"
  /** The answer is readable, but nothing in the documentation says what it means. */
  | "undocumented_answer"
  /** A documented error that leaves open whether money moved. */
  | "provider_error"
  /** Another process is sending this refund, or was when it stopped. */
  | "unfinished";

/** Bytes may have arrived and no trustworthy answer came back. Do NOT send again: reconcile. */
export interface Unknown<Code extends string = string> extends OutcomeBase {
  /** `unknown`: the money may have moved. Do not send it again; find out first. */
  readonly status: "unknown";
  /** What made the outcome uncertain. */
  readonly because: UnknownBecause;
  /** What happened and what to do, in a sentence. */
  readonly message: string;
  /** The provider's own error code, as text, where it gave one. */
  readonly code?: Code | (string & {});
  /** The failure below HTTP, where there was one. */
  readonly cause?: FailureCause;
  /** Absent where no answer came back. */
  readonly raw?: RawAnswer;
}

/** One field in which the answer contradicts the request. */
export interface Contradiction {
  /** The request's field, such as `amount` or `payment.id`. */
  readonly field: string;
  /** Where in the answer it stands, as a JSON Pointer. */
  readonly at: string;
  /** What the request said. */
  readonly asked: string;
  /** Absent where the answer leaves it out. */
  readonly answered?: string;
}

/** The provider says yes, but its answer contradicts the request. A person looks. */
export interface NeedsReview<Answer = unknown> extends OutcomeBase, Answered<Answer> {
  /** `needs_review`: the provider says yes, but its answer contradicts the request. A person must look. */
  readonly status: "needs_review";
  /** Each field in which the answer contradicts the request. */
  readonly contradictions: readonly Contradiction[];
  /** The provider's own id of the refund, where it gives one. */
  readonly refundId?: string;
}

/** How a refund ended. Switch on `status`; only `not_sent` may be sent again unchanged. */
export type Outcome<Answer = unknown, Code extends string = string> =
  | Succeeded<Answer>
  | Pending<Answer>
  | Declined<Code>
  | NotSent
  | Unknown<Code>
  | NeedsReview<Answer>;

/** The provider answered the query about this payment. */
export interface Found<Answer = unknown> extends OutcomeBase, Answered<Answer> {
  /** `found`: the provider answered about this payment. */
  readonly status: "found";
}

/** How a query ended. A query moves no money, so it may always be repeated. */
export type QueryOutcome<Answer = unknown, Code extends string = string> =
  | Found<Answer>
  | Declined<Code>
  | NotSent
  | Unknown<Code>;
