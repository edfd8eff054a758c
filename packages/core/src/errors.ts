import type { Problem } from "./request/value-check.ts";

const brand = Symbol.for("@refunds/core/RefundError");

/** What a caller got wrong. `docs/errors.md` says for each what to do, and which HTTP status a service would answer. */
export type RefundErrorCode =
  /** The client, the journal or `createRefunds` cannot be made or used with these options. */
  | "invalid_options"
  /** Something is wrong with the request of this call. */
  | "invalid_request"
  /** No account has this name. */
  | "unknown_account"
  /** The account's provider documents no query. */
  | "query_not_supported"
  /** The key belongs to another refund. */
  | "key_conflict"
  /** The journal has no refund with this key. */
  | "unknown_key"
  /** The refund may still be being sent, so nothing can be recorded about it yet. */
  | "refund_in_progress"
  /** `close()` was called. */
  | "closed";

/**
 * Something is wrong with a call, and nothing was sent. What happens after a request has left is an `Outcome`, never an
 * exception.
 */
export class RefundError extends Error {
  override readonly name = "RefundError";
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
