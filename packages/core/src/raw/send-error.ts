import type { FailureCause, NotSentBecause, RawAnswer, UnknownBecause } from "../outcome.ts";

const brand = Symbol.for("@refunds/core/SendError");

/** What is known about a request without a readable answer. */
export interface SendFailure {
  readonly status: "not_sent" | "unknown";
  readonly because: NotSentBecause | UnknownBecause;
  readonly message: string;
  readonly cause?: FailureCause;
  readonly raw?: RawAnswer;
}

/** A call through openapi-fetch got no readable answer. `status` says whether the request can have left. */
export class SendError extends Error {
  /** Always `SendError`. */
  override readonly name = "SendError";
  /**
   * `not_sent`: the request never reached the provider. `unknown`: it may have arrived, and the money may have moved. Find
   * out before you send it again.
   */
  readonly status: "not_sent" | "unknown";
  /** What happened, as in an outcome's `because`: `not_connected`, `timeout`, `connection_lost` and so on. */
  readonly code: NotSentBecause | UnknownBecause;
  /** The failure below HTTP, if there was one. */
  declare readonly cause?: FailureCause;
  /** The part of the answer that arrived, with secrets masked. */
  readonly raw?: RawAnswer;

  get [brand](): true {
    return true;
  }

  constructor(provider: string, { status, because, message, cause, raw }: SendFailure) {
    const advice =
      status === "unknown" ? " It may have arrived: find out before you send it again." : "";
    super(`${provider}: ${message}${advice}`, cause && { cause });
    this.status = status;
    this.code = because;
    if (raw) this.raw = raw;
  }
}

/** True for a `SendError` of any installed copy of this package, where `instanceof` would fail. */
export const isSendError = (error: unknown): error is SendError =>
  typeof error === "object" && error !== null && brand in error;
