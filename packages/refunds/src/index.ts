/** All providers behind one API. It also exports the types of `@refunds/core` and `@refunds/journal`, and each provider's own. */
// Exports all types, because the declarations of a user's program can refer only to what this package exports.
export type * from "@refunds/core";
export { isRefundError, keptConnections, RefundError } from "@refunds/core";
export type * from "@refunds/journal";
export { isJournalError, JournalError, memoryJournal } from "@refunds/journal";
export type {
  Account,
  AccountQueryRequest,
  AccountRefundRequest,
  AnyQueryRequest,
  AnyRefundRequest,
  NotifiedAccount,
  OutcomeOf,
  QueryOf,
  QueryOutcomeOf,
  RefundOptions,
  RefundRequestOf,
  RequestOf,
} from "./account.ts";
export type { CheckedRefundRequest } from "./check-refund.ts";
export { clientFrom, type ProviderName, type ProviderOptions } from "./client-from.ts";
export { createRefunds, type Refunds, type RefundsOptions } from "./create-refunds.ts";
export * from "./generated/providers.ts";
export type { JanitorEvent, JanitorOptions } from "./janitor-options.ts";
export type { ListAllRequest, ListedStatus, ListRequest, RefundPage } from "./list.ts";
export type { NotifiedRefund, ReceivedNotification } from "./notification.ts";
export type { EventError, Observer, RefundEvent } from "./observe.ts";
export type { RecordRequest } from "./record-evidence.ts";
export type { RefundRecord } from "./refund-record.ts";
export type { RequestFor } from "./request-for.ts";
export type { ResumedRefund, ResumeOptions } from "./resume.ts";
