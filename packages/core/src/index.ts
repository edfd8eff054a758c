/** What users of any provider package meet: amounts, outcomes, errors, options. */
export type { Currency } from "./currencies.ts";
export { isRefundError, RefundError } from "./errors.ts";
export type { Amount } from "./money.ts";
export type { CallOptions, ClientOptions, Destination, LogEvent, Logger } from "./options.ts";
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
  Reason,
  Succeeded,
  Unknown,
  UnknownBecause,
} from "./outcome.ts";
export type { Problem } from "./schema-check.ts";
export type { Environment } from "./table.ts";
export type { RawAnswer } from "./transport.ts";
export type { WireResult } from "./wire.ts";
