import type { Problem } from "./request/value-check.ts";

const brand = Symbol.for("@refunds/core/RefundError");

/**
 * The caller got something wrong; nothing was sent. Everything that happens after a request has left is an `Outcome`,
 * never an exception.
 */
export class RefundError extends Error {
  /** Always `RefundError`. */
  override readonly name = "RefundError";
  /** `invalid_options`: the client cannot be made or used; `invalid_request`: this call is wrong. */
  readonly code: "invalid_options" | "invalid_request";
  /** Each wrong field and what it must be. Values of credentials are never repeated. */
  readonly problems: readonly Problem[];

  get [brand](): true {
    return true;
  }

  constructor(code: RefundError["code"], provider: string, problems: readonly Problem[]) {
    const list = problems.map(({ field, message }) => `${field} ${message}`).join("; ");
    super(`${provider}: ${list}. Nothing was sent.`);
    this.code = code;
    this.problems = problems;
  }
}

/** True for a `RefundError` of any installed copy of this package, where `instanceof` would fail. */
export const isRefundError = (error: unknown): error is RefundError =>
  typeof error === "object" && error !== null && brand in error;
