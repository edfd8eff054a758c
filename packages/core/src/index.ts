/** What users of any provider package meet: amounts, outcomes, errors, options. */

export { isRefundError, RefundError } from "./errors.ts";
export type { Currency } from "./money/currencies.ts";
export type { Amount } from "./money/money.ts";
export type {
  BaseUrlOptions,
  CallOptions,
  ClientOptions,
  EnvironmentOptions,
  LogEvent,
  Logger,
} from "./options.ts";
export type {
  Contradiction,
  Declined,
  FailureCause,
  Found,
  NeedsReview,
  NotSent,
  Outcome,
  Pending,
  QueryOutcome,
  RawAnswer,
  Reason,
  Succeeded,
  Unknown,
  UnknownBecause,
} from "./outcome.ts";
export type { Problem } from "./request/value-check.ts";
export type { Environment } from "./table.ts";
export type { WireResult } from "./wire.ts";
