const brand = Symbol.for("@refunds/journal/JournalError");

/** Why a journal call failed. */
export type JournalErrorCode =
  /** The stored data is damaged, or is not a journal. */
  | "corrupt"
  /** Another transaction held the lock for too long. */
  | "locked"
  /** No disk space is left. */
  | "full"
  /** The journal can be read but not written. */
  | "read_only"
  /** The journal cannot be reached, is closed, or belongs to a newer version or another program. */
  | "unavailable"
  /** Records that were written are missing: the file is new or an older copy, or another server took over without the last commits. */
  | "rolled_back"
  /** A stored record cannot be read, or a new record was not written because it could not be read back. */
  | "unreadable_record";

/** The original failure, without its stack and without secrets. */
export interface JournalFailure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
}

/** The parts of a `JournalError` message. Each is one sentence without its full stop. */
export interface JournalProblem {
  /** The file, or the host and database. Never a password. */
  readonly where: string;
  readonly happened: string;
  /** What you can do about it. */
  readonly advice: string;
  readonly cause?: JournalFailure;
  /** See `JournalError.mayBeWritten`. False by default. */
  readonly mayBeWritten?: boolean;
}

/**
 * The journal call failed, and this call sent no request to a provider. If a commit was not confirmed, the record may
 * be written all the same. It then reads as `leaving` and counts as unknown, which is safe: it is not sent again.
 */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly code: JournalErrorCode;
  readonly where: string;
  readonly happened: string;
  readonly advice: string;
  /** False: nothing was written. True: a commit was not confirmed, so the record may or may not be written. */
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

/** True for a `JournalError` from any installed copy of this package. `instanceof` only knows its own copy. */
export const isJournalError = (error: unknown): error is JournalError =>
  typeof error === "object" && error !== null && brand in error;

/** A database can skip what is written to it and report a success. What would be sent then would be forgotten. */
export const notKeptError = (where: string): JournalError =>
  new JournalError("read_only", {
    where,
    happened:
      "the database did not keep the record: a trigger, a rule or a policy of its table skips it, or its row was deleted at this moment",
    advice: "Remove what changes the journal's tables, then call again with the same key",
  });

/** The same error, of a call whose commit was sent. */
export const mayBeWritten = ({ code, where, happened, advice, cause }: JournalError) =>
  new JournalError(code, {
    where,
    happened,
    advice,
    ...(cause !== undefined && { cause: cause as JournalFailure }),
    mayBeWritten: true,
  });
