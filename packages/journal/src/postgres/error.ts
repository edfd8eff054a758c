import { JournalError, type JournalErrorCode } from "../journal-error.ts";

interface KnownError {
  readonly code: JournalErrorCode;
  readonly happened: string;
  readonly advice: string;
}

const again = "then call again with the same key";

const corrupt: KnownError = {
  code: "corrupt",
  happened: "the server found damaged data",
  advice:
    "Stop refunding and restore a backup. Do not start with an empty table: every key would refund again",
};

const locked: KnownError = {
  code: "locked",
  happened: "other transactions on this key or payment did not end in time",
  advice: `Look for a transaction that is kept open (pg_stat_activity), or raise lockTimeoutMs; ${again}`,
};

const unavailable: KnownError = {
  code: "unavailable",
  happened: "the server could not be used",
  advice: `Check that it runs and can be reached, ${again}`,
};

const ended: KnownError = {
  code: "unavailable",
  happened: "its pool was ended",
  advice: "End the pool only after the journal's close() has resolved",
};

const exhausted: KnownError = {
  code: "unavailable",
  happened: "the pool gave no connection in time",
  advice: `Check that the server can be reached and that the program gives every connection back, or raise the pool's max; ${again}`,
};

const cancelled: KnownError = {
  code: "unavailable",
  happened: "the server cancelled a statement",
  advice: `Raise the user's statement_timeout above lockTimeoutMs, ${again}`,
};

/** By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const knownErrors: Readonly<Record<string, KnownError>> = {
  "25006": {
    code: "read_only",
    happened: "the server accepts no writes",
    advice: `Connect to the primary, or end its read-only mode; ${again}`,
  },
  "42501": {
    code: "read_only",
    happened: "the database user may not do this",
    advice: `Grant it USAGE on the schema and SELECT, INSERT and UPDATE on its tables (to set them up also CREATE), ${again}`,
  },
  "53100": {
    code: "full",
    happened: "the server's disk is full",
    advice: `Free some space, ${again}`,
  },
  "40001": locked,
  "40P01": locked,
  "55P03": locked,
  "23505": locked,
  "57014": cancelled,
  XX001: corrupt,
  XX002: corrupt,
};

/** The pool gave none. */
export class NoConnection extends Error {
  readonly isEnding: boolean;
  constructor(cause: unknown, isEnding = false) {
    super(wordsOf(cause));
    this.isEnding = isEnding;
  }
}

export interface ErrorContext {
  readonly where: string;
  readonly secrets: readonly string[];
  /** The COMMIT had left, so that the record may be written or not. */
  readonly committing: boolean;
}

/** What an error of the driver or the server means for the journal. */
export function postgresError(
  error: unknown,
  { where, secrets, committing }: ErrorContext,
): JournalError {
  if (error instanceof JournalError) return error;
  const { name = "Error", code } = error as Error & { readonly code?: string };
  const message = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), wordsOf(error));
  const known = knownErrorOf(error);
  const isLost = committing && known.code === "unavailable";
  const happened = isLost
    ? "the answer to COMMIT was lost, so the record may be written or not"
    : known.happened;
  return new JournalError(known.code, {
    where,
    happened: `${happened} (${message})`,
    advice: known.advice,
    cause: { name, message, ...(code !== undefined && { code }) },
    mayBeWritten: isLost,
  });
}

function knownErrorOf(error: unknown): KnownError {
  if (error instanceof NoConnection) return error.isEnding ? ended : exhausted;
  const { code = "" } = error as { readonly code?: string };
  return knownErrors[code] ?? unavailable;
}

const passing = [
  // Another transaction was in the way.
  ["40001", "40P01", "23505"],
  // The server ended the connection: it stops or crashed, or the connection did nothing for too long.
  ["57P01", "57P02", "57P05", "25P03", "25P04"],
  ["ECONNRESET", "EPIPE", "ETIMEDOUT"],
].flat();

/** The driver's own words, which have no code, for a connection that had broken before this was asked. */
export const isNeverAsked = (error: unknown): boolean =>
  (error as Error).message.endsWith("is not queryable");

/** Whether another transaction or a broken connection was in the way: a thing that passes. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoConnection) return false;
  const { code = "", message } = error as Error & { readonly code?: string };
  const isLostConnection = message.startsWith("Connection terminated") || isNeverAsked(error);
  return isLostConnection || passing.includes(code) || /^08/.test(code);
}

/** A connection refused at every address of a name is an AggregateError without words of its own. */
function wordsOf(error: unknown): string {
  const { message, errors } = error as Error & { readonly errors?: readonly Error[] };
  return message || errors?.map((each) => each.message).join("; ") || String(error);
}
