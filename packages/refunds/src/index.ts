/** Every provider behind one call. */
export type {
  Amount,
  CallOptions,
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
  NotSent,
  Outcome,
  Pending,
  Problem,
  QueryOutcome,
  RawAnswer,
  Reason,
  Succeeded,
  Unknown,
  UnknownBecause,
  WireResult,
} from "@refunds/core";
export { isRefundError, RefundError } from "@refunds/core";
export { isJournalError, JournalError, type JournalStore, memoryJournal } from "@refunds/journal";
export type {
  Account,
  AccountOutcome,
  AccountQuery,
  AccountRefund,
  AnyRefundRequest,
  OutcomeOf,
  QueryOf,
  QueryOutcomeOf,
  RefundOptions,
  RequestOf,
} from "./account.ts";
export { createRefunds, type Refunds, type RefundsOptions } from "./create-refunds.ts";
export * from "./generated/providers.ts";
export type { Evidence, OpenRefund } from "./open-refunds.ts";
export type { ResumedRefund } from "./resume.ts";
