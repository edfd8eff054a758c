/** The journal in memory, and the rules that every journal follows. Imports nothing from Node; SQLite and Postgres have their own entry points. */
export {
  isJournalError,
  JournalError,
  type JournalErrorCode,
  type JournalFailure,
  type JournalProblem,
} from "./journal-error.ts";
export type { Lease, LeaseRequest } from "./lease.ts";
export type { ListOrder, ListPosition, ListQuery } from "./list-query.ts";
export { memoryJournal } from "./memory.ts";
export {
  type HistoryEntry,
  type JournalRecord,
  refundIdOf,
  refundIdText,
} from "./records/record.ts";
export type {
  DeclinedRefund,
  NotSentRefund,
  PendingRefund,
  RefundOutcome,
  RefundToReview,
  ReversedRefund,
  SettledBy,
  SucceededRefund,
  UnknownRefund,
} from "./records/refund-outcome.ts";
export {
  openStates,
  type RefundState,
  rulesOf,
  rulesOfStatus,
  type SeenStatus,
  type StateRules,
  stateOf,
  states,
} from "./records/states.ts";
export type { NewRefund } from "./rules/new-refund.ts";
export { isBeingSent, type OpenResult, openRefund } from "./rules/open-refund.ts";
export { isRefundOfEarlierAttempt, mayBeOfEarlierAttempt } from "./rules/refund-id.ts";
export type { EvidenceStatus } from "./rules/relation.ts";
export {
  type Repetition,
  type RepetitionResult,
  sendAgain,
} from "./rules/send-again.ts";
export { keyAttemptOf } from "./rules/sendings.ts";
export { isElsewhere } from "./rules/sent-to.ts";
export { type SentAnswer, settleAnswer } from "./rules/settle-answer.ts";
export {
  type EvidenceResult,
  type RefundEvidence,
  settleEvidence,
} from "./rules/settle-evidence.ts";
export {
  type NotificationResult,
  type RefundNotification,
  settleNotification,
} from "./rules/settle-notification.ts";
export {
  type Decision,
  type FoundRecords,
  type JournalStore,
  scopeOf,
  type TransactionScope,
} from "./store.ts";
