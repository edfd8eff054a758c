/** The journal in memory, and the rules that every journal follows. Needs nothing of Node; SQLite and Postgres have their own entry points. */
export {
  isJournalError,
  JournalError,
  type JournalErrorCode,
  type JournalFailure,
  type JournalProblem,
} from "./journal-error.ts";
export { memoryJournal } from "./memory.ts";
export type { NewRefund } from "./new-refund.ts";
export { isBeingSent, type Opening, openRefund } from "./open-refund.ts";
export { type HistoryEntry, type JournalRecord, refundIdOf, refundIdText } from "./record.ts";
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
} from "./refund-outcome.ts";
export { type SentAnswer, settleAnswer } from "./settle-answer.ts";
export {
  type EvidenceResult,
  type EvidenceStatus,
  type RefundEvidence,
  settleEvidence,
} from "./settle-evidence.ts";
export { type RefundState, rulesOf, stateOf, states } from "./states.ts";
export {
  type Decision,
  type FoundRecords,
  type JournalStore,
  scopeOf,
  type TransactionScope,
} from "./store.ts";
