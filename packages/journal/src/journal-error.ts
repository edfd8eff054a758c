const brand = Symbol.for("@refunds/journal/JournalError");

/** What keeps a journal from working. */
export type JournalErrorCode =
  /** What is stored is damaged, or is no journal. */
  | "corrupt"
  /** Somebody else kept the lock for too long. */
  | "locked"
  /** No space left. */
  | "full"
  /** It can be read but not written. */
  | "read_only"
  /** It cannot be reached, or is closed, or belongs to a newer version or to another program. */
  | "unavailable"
  /** It lacks records that were written here: it is new, or an older copy. SQLite only. */
  | "rolled_back"
  /** One record cannot be understood, or is no record that could be read again. */
  | "unreadable_record";

/** A failure in plain words, without stack and without anything that might hold a secret. */
export interface JournalFailure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
}

/** What a `JournalError` tells, sentence by sentence and without full stops. */
export interface JournalProblem {
  /** The file, or the host and database. Never a password. */
  readonly where: string;
  readonly happened: string;
  /** What to do about it. */
  readonly advice: string;
  readonly cause?: JournalFailure;
  /** As `JournalError.mayBeWritten`; false by default. */
  readonly mayBeWritten?: boolean;
}

/**
 * The journal could not do what was asked; it sent nothing. From a commit whose answer was lost it may still come that
 * the record was written: then it reads as `leaving`, though nothing left, and is treated as unknown. That is safe.
 */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly code: JournalErrorCode;
  readonly where: string;
  readonly happened: string;
  readonly advice: string;
  /** False: nothing was written. True: the answer to a commit was lost, so what was to be written may be or not. */
  readonly mayBeWritten: boolean;

  constructor(code: JournalErrorCode, problem: JournalProblem) {
    const { where, happened, advice, cause, mayBeWritten = false } = problem;
    super(
      `${where}: ${happened}. ${advice}. Nothing was sent by this call.`,
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    this.where = where;
    this.happened = happened;
    this.advice = advice;
    this.mayBeWritten = mayBeWritten;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** True for a `JournalError` of any installed copy of this package, where `instanceof` would fail. */
export const isJournalError = (error: unknown): error is JournalError =>
  typeof error === "object" && error !== null && brand in error;
