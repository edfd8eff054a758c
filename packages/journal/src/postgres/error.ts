import { JournalError, type JournalErrorCode } from "../journal-error.ts";

interface KnownError {
  readonly code: JournalErrorCode;
  readonly happened: string;
  readonly advice: string;
}

const thenRetry = "then call again with the same key";

const corrupt: KnownError = {
  code: "corrupt",
  happened: "the server found damaged data",
  advice:
    "Stop refunding and restore a backup. Do not start with an empty table: every key could refund again",
};

const locked: KnownError = {
  code: "locked",
  happened: "other transactions on this key or payment did not end in time",
  advice: `Find the transaction that stays open (pg_stat_activity), or increase lockTimeoutMs; ${thenRetry}`,
};

const unavailable: KnownError = {
  code: "unavailable",
  happened: "the server could not be used",
  advice: `Check that it is running and reachable, ${thenRetry}`,
};

const ended: KnownError = {
  code: "unavailable",
  happened: "its pool was ended",
  advice: "End the pool only after the journal's close() has resolved",
};

const exhausted: KnownError = {
  code: "unavailable",
  happened: "the pool did not provide a connection in time",
  advice: `Check that the server is reachable and that the program releases its connections, or increase the pool's max; ${thenRetry}`,
};

const cancelled: KnownError = {
  code: "unavailable",
  happened: "the server cancelled a statement",
  advice: `Increase the user's statement_timeout above lockTimeoutMs, ${thenRetry}`,
};

const pooled: KnownError = {
  code: "unavailable",
  happened: "PgBouncer is in statement mode, in which there are no transactions",
  advice: "Set its pool_mode to transaction or session",
};

/** Keyed by SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const knownErrors: Readonly<Record<string, KnownError>> = {
  "25006": {
    code: "read_only",
    happened: "the server does not accept writes",
    advice: `Connect to the primary, or end its read-only mode; ${thenRetry}`,
  },
  "42501": {
    code: "read_only",
    happened: "the database user does not have the required privileges",
    advice: `Grant USAGE on the schema, and SELECT, INSERT and UPDATE on its tables (and CREATE for the first start), ${thenRetry}`,
  },
  "53100": {
    code: "full",
    happened: "the server's disk is full",
    advice: `Free some disk space, ${thenRetry}`,
  },
  "40001": locked,
  "40P01": locked,
  "55P03": locked,
  "23505": locked,
  "57014": cancelled,
  XX001: corrupt,
  XX002: corrupt,
};

/** The error of a read that needs a current server. Another one may have taken over from a server that accepts no writes. */
export const readOnlyError = (): Error =>
  Object.assign(new Error("its transactions are read-only"), { code: "25006" });

/** The pool did not provide a connection. */
export class NoConnection extends Error {
  readonly isEnding: boolean;
  constructor(cause: unknown, isEnding = false) {
    super(messageOf(cause));
    this.isEnding = isEnding;
  }
}

export interface ErrorContext {
  readonly where: string;
  readonly secrets: readonly string[];
  /** True if the COMMIT was sent, so that the record may or may not be written. */
  readonly committing: boolean;
}

/** Converts an error of the driver or the server to a `JournalError`. */
export function postgresError(
  error: unknown,
  { where, secrets, committing }: ErrorContext,
): JournalError {
  if (error instanceof JournalError) return error;
  const { name = "Error", code } = error as Error & { readonly code?: string };
  const message = secrets.reduce(
    (text, secret) => text.replaceAll(secret, "***"),
    messageOf(error),
  );
  const known = knownErrorOf(error);
  const isLost = committing && known.code === "unavailable";
  const happened = isLost
    ? "the commit was not confirmed, so the record may or may not be written"
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
  if (messageOf(error).includes("statement pooling mode")) return pooled;
  return knownErrors[code] ?? unavailable;
}

const transientCodes = [
  // Conflicts with another transaction.
  ["40001", "40P01", "23505"],
  // The server closed the connection: it shuts down, crashed, or the connection was idle for too long.
  ["57P01", "57P02", "57P05", "25P03", "25P04"],
  ["ECONNRESET", "EPIPE", "ETIMEDOUT"],
].flat();

/** Whether the connection was broken before the query was sent. The driver's error has no code, only this message. */
export const isNeverSent = (error: unknown): boolean =>
  (error as Error).message.endsWith("is not queryable");

/** Whether a retry can help: another transaction conflicted, or the connection broke. */
export function isTransient(error: unknown): boolean {
  if (error instanceof NoConnection) return false;
  const { code = "", message } = error as Error & { readonly code?: string };
  const isLostConnection = message.startsWith("Connection terminated") || isNeverSent(error);
  return isLostConnection || transientCodes.includes(code) || /^08/.test(code);
}

/** If every address of a host refuses the connection, the error is an AggregateError without a message. */
function messageOf(error: unknown): string {
  const { message, errors } = error as Error & { readonly errors?: readonly Error[] };
  return message || errors?.map((each) => each.message).join("; ") || String(error);
}
