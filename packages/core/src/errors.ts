import type { Problem } from "./request/value-check.ts";

const brand = Symbol.for("@refunds/core/RefundError");

/** Why a call was refused. `docs/errors.md` lists what to do for each, and which HTTP status a service would answer. */
export type RefundErrorCode =
  /** This Node is too old. */
  | "unsupported_runtime"
  /** An option of the client, the journal or `createRefunds` is wrong. */
  | "invalid_options"
  /** A field of the request or an option of the call is wrong. */
  | "invalid_request"
  /** No account has this name. */
  | "unknown_account"
  /** The account's provider documents no query. */
  | "query_not_supported"
  /** The account's provider documents no notification about refunds. */
  | "notification_not_supported"
  /** The key belongs to another refund. */
  | "key_conflict"
  /** The key belongs to another environment than the account sends to: to that of a rehearsal, or the live one. */
  | "other_environment"
  /** The journal has no refund with this key. */
  | "unknown_key"
  /** The refund may still be on its way, so evidence cannot be recorded yet. */
  | "refund_in_progress"
  /** `close()` was called. */
  | "closed";

/**
 * A call was refused, and nothing was sent. Everything that happens after a request has left is an `Outcome`, never an
 * exception.
 */
export class RefundError extends Error {
  /** Always `RefundError`. */
  override readonly name = "RefundError";
  /** What kind of mistake it is. */
  readonly code: RefundErrorCode;
  /** Each wrong field and what is expected there. Values of credentials are never repeated. */
  readonly problems: readonly Problem[];

  get [brand](): true {
    return true;
  }

  constructor(code: RefundErrorCode, provider: string, problems: readonly Problem[]) {
    const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
    super(`${provider}: ${list}. Nothing was sent.`);
    this.code = code;
    this.problems = problems;
  }
}

/** True for a `RefundError` of any installed copy of this package, where `instanceof` would fail. */
export const isRefundError = (error: unknown): error is RefundError =>
  typeof error === "object" && error !== null && brand in error;
