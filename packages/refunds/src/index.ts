/** Every provider behind one call. */
export type {
  Amount,
  CallEvent,
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Contradiction,
  Currency,
  Declined,
  Environment,
  FailureCause,
  Found,
  LogEvent,
  Logger,
  NeedsReview,
  NeedsReviewBecause,
  NotSent,
  NotSentBecause,
  Outcome,
  Pending,
  Problem,
  QueryOutcome,
  RawAnswer,
  Reason,
  RefundErrorCode,
  SettledBecause,
  Succeeded,
  Unknown,
  UnknownBecause,
  WireResult,
} from "@refunds/core";
export { isRefundError, RefundError } from "@refunds/core";
export {
  type DeclinedRefund,
  type HistoryEntry,
  isJournalError,
  JournalError,
  type JournalErrorCode,
  type JournalStore,
  memoryJournal,
  type NotSentRefund,
  type PendingRefund,
  type RefundOutcome,
  type RefundToReview,
  type ReversedRefund,
  type SettledBy,
  type SucceededRefund,
  type UnknownRefund,
} from "@refunds/journal";
export type {
  Account,
  AccountQuery,
  AccountRefund,
  AnyQueryRequest,
  AnyRefundRequest,
  OutcomeOf,
  QueryOf,
  QueryOutcomeOf,
  RefundOptions,
  RequestOf,
} from "./account.ts";
export { clientFrom, type ProviderName, type ProviderOptions } from "./client-from.ts";
export { createRefunds, type Refunds, type RefundsOptions } from "./create-refunds.ts";
export * from "./generated/providers.ts";
export type { Observer, RefundEvent } from "./observe.ts";
export type { Evidence } from "./record-evidence.ts";
export type { RefundRecord } from "./refund-record.ts";
export type { ResumedRefund, ResumeOptions } from "./resume.ts";
