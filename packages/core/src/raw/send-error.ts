import type { FailureCause, NotSentBecause, RawAnswer, UnknownBecause } from "../outcome.ts";

const brand = Symbol.for("@refunds/core/SendError");

/** What is known of a request that brought no answer; an `Outcome` that is `not_sent` or `unknown` has all of it. */
export interface SendFailure {
  readonly status: "not_sent" | "unknown";
  readonly because: NotSentBecause | UnknownBecause;
  readonly message: string;
  readonly cause?: FailureCause;
  readonly raw?: RawAnswer;
}

/** A call through openapi-fetch brought no answer that can be read. `status` says whether the request can have left. */
export class SendError extends Error {
  /** Always `SendError`. */
  override readonly name = "SendError";
  /**
   * `not_sent`: the request never reached the provider. `unknown`: it may have arrived, and the money may have moved; do
   * not send it again before you have found out.
   */
  readonly status: "not_sent" | "unknown";
  /** What happened, in the words of `because` of an outcome: `not_connected`, `timeout`, `connection_lost` and so on. */
  readonly code: NotSentBecause | UnknownBecause;
  /** The failure below HTTP, where there was one. */
  declare readonly cause?: FailureCause;
  /** As much of an answer as came, with secrets masked. Absent where none came. */
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
