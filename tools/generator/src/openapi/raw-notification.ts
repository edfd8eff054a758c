/** What the vocabulary says of notifications, as it is written. */
import type { Reason } from "../core-types.ts";
import type { RawBody, RawParameter, RawResponse, RawRule, RawVerify, Ref } from "./document.ts";

export interface RawNotificationRule {
  readonly when: RawRule["when"];
  readonly proves: "succeeded" | "pending" | "declined" | "reversed";
  readonly reason?: Reason;
  readonly confirm?: boolean;
}

/** A part of the body that is encrypted. */
export interface RawEncrypted {
  readonly algorithm: "AES-256-GCM";
  readonly key: string;
  readonly at: string;
  readonly nonce: string;
  readonly additional?: string;
}

export interface RawNotification {
  readonly verify?: RawVerify;
  readonly encrypted?: RawEncrypted;
  readonly delivery?: string;
  /** The events in the body's list, such as /events/*. */
  readonly each?: string;
  readonly about: Readonly<Record<string, string>>;
  readonly echo?: { readonly amount: string; readonly currency: string };
  readonly confirm?: boolean;
  readonly evidence: readonly RawNotificationRule[];
}

/** The request of the provider under `webhooks`. */
export interface RawNotificationOperation {
  readonly summary: string;
  readonly parameters?: readonly (RawParameter | Ref)[];
  readonly requestBody: RawBody;
  readonly responses: Readonly<Record<string, RawResponse>>;
  readonly "x-notification": RawNotification;
}
