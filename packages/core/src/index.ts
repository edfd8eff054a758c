/** The types that users of every provider package need: amounts, outcomes, notifications, errors, options. */

export type { CheckedRequest } from "./client.ts";
export { isRefundError, RefundError, type RefundErrorCode } from "./errors.ts";
export type {
  EvidenceRule,
  EvidenceTable,
  FindTable,
  RefundedTable,
  SameKeyTable,
} from "./evidence-table.ts";
export { keptConnections } from "./exchange/kept-connections.ts";
export type { Fetch, FetchBody, FetchInit, FetchResponse } from "./fetch.ts";
export type { Currency } from "./money/currencies.ts";
export type { Amount } from "./money/money.ts";
export type {
  Notification,
  NotificationRequest,
  NotifiedEvent,
  RawNotification,
} from "./notification.ts";
export type {
  BaseUrlOptions,
  CallEvent,
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
  NeedsReview,
  NeedsReviewBecause,
  NotSent,
  NotSentBecause,
  Outcome,
  OutcomeBase,
  Pending,
  QueryFound,
  QueryOutcome,
  RawAnswer,
  Reason,
  SettledBecause,
  Succeeded,
  Unknown,
  UnknownBecause,
} from "./outcome.ts";
export type { Problem } from "./request/value-check.ts";
export type { Condition, Echo, Environment, Expectation, MoneyFormat } from "./table.ts";
