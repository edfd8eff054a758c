/** What users see of notifications: the request of a provider, and what it says. */
import type { Amount } from "./money/money.ts";
import type { Reason } from "./outcome.ts";

/** A request as a server without `Request` has it. In Express, `express.raw({ type: "*\/*" })` keeps its bytes. */
export interface RawNotification {
  /** The headers, in any letter case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came. Never the parsed object: a signature is over the bytes. */
  readonly body: string | Uint8Array;
  /** The address, whole or as a path, for providers that sign or send something in its query. */
  readonly url?: string;
}

/** The request of a provider that reports something: a WHATWG `Request`, or the parts of one. */
export type NotificationRequest = Request | RawNotification;

/** What a notification says about one refund. */
export interface NotifiedEvent {
  /** What became of the refund. `reversed`: it was accepted, and the money came back. */
  readonly status: "succeeded" | "pending" | "declined" | "reversed";
  /** Why it was declined. */
  readonly reason?: Reason;
  /** It proves nothing by itself. Ask the provider with `query()`, or let the facade do it. */
  readonly confirm: boolean;
  /** What says so, such as `/type refund.failed`. */
  readonly by: string;
  /** Your own id of the refund, as it was sent. */
  readonly key?: string;
  /** The provider's own id of the refund. */
  readonly refundId?: string;
  /** Each way in which it names the payment. */
  readonly payments: readonly Readonly<Record<string, string>>[];
  /** The amount that it repeats, where it does. */
  readonly amount?: Amount<string>;
}

/** A notification that was verified and read. What a stranger sent makes it unverified, and never throws. */
export interface Notification {
  /**
   * Whether the provider's signature holds. False also for providers that do not sign: then `problem` is absent, and the events
   * are reasons to ask, and prove nothing.
   */
  readonly verified: boolean;
  /** Why nothing in it is believed. For your log: do not send it back. */
  readonly problem?: string;
  /** What two deliveries of the same notification have in common, where the provider gives it. */
  readonly delivery?: string;
  /** What it says about refunds; empty if it is about something else. */
  readonly events: readonly NotifiedEvent[];
  /** What to answer. Its body can be read once. */
  readonly response: Response;
}
