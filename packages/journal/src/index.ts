/** Where refunds remember what left, and the rules of what may leave. Nothing of Node's: the stores that need a file or a server have their own doors. */
export {
  isJournalError,
  JournalError,
  type JournalErrorCode,
  type JournalFailure,
  type JournalProblem,
} from "./journal-error.ts";
export { memoryJournal } from "./memory.ts";
export { type Opening, openRefund } from "./open-refund.ts";
export type { JournalRecord } from "./record.ts";
export { type RecordedOutcome, type Word, withoutAnswer } from "./recorded-outcome.ts";
export type { RefundAsk } from "./refund-ask.ts";
export { type Finding, settleByWord, type WordTaken } from "./settle-by-word.ts";
export { type Settlement, settleRefund } from "./settle-refund.ts";
export type { Decision, Found, JournalStore } from "./store.ts";
