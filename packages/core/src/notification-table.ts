/** The part of a provider's table that reads its notifications. A table holds no behaviour. */
import type { Reason } from "./outcome.ts";
import type { Condition, MoneyFormat, Pointer, Source, VerifyTable, WireForm } from "./table.ts";

/** Where a value stands in a notification: a pointer into its body, `header.<name>` or `query.<name>`. */
export type NotificationPlace = string;

/** A documented condition of a notification, and what it says about the refund. */
interface NotificationRule {
  /** What must stand in the body. */
  readonly when: Condition;
  /** `reversed`: it was accepted, and the money came back. */
  readonly proves: "succeeded" | "pending" | "declined" | "reversed";
  /** The reason of `declined`. */
  readonly reason?: Reason;
  /** It proves nothing by itself, and is a reason to ask the provider. */
  readonly confirm?: true;
}

/** A part of the body that is encrypted with AES-GCM: JSON, with the tag behind it, in Base64. */
export interface EncryptedPart {
  /** The credential whose text is the key. */
  readonly key: string;
  /** Where the cipher text stands. Pointers that go on below it read what it holds. */
  readonly at: Pointer;
  readonly nonce: Pointer;
  /** Text that is authenticated with it. */
  readonly additional?: Pointer;
}

/** How a provider's notifications are verified and read. */
export interface NotificationTable {
  /** Absent: the provider does not sign, and every rule has `confirm`. */
  readonly verify?: VerifyTable;
  /** What is decrypted after the signature was verified. */
  readonly encrypted?: EncryptedPart;
  /** The format of the body. */
  readonly media: "json" | "form";
  /**
   * Where the body lists events, such as `/events/*`. Then `about`, `amount` and `rules` are read from each of them, and `verify`,
   * too, if its signature stands in the body.
   */
  readonly each?: Pointer;
  /** What two deliveries of one notification have in common. */
  readonly delivery?: NotificationPlace;
  /** Where it names the refund: `key`, `refund.id`, `payment.<id>`. */
  readonly about: Readonly<Record<Source, NotificationPlace>>;
  /** Where it repeats the refund's amount, and in which currency. */
  readonly amount?: {
    readonly at: Pointer;
    readonly money: MoneyFormat;
    readonly currency: Pointer;
    /** How the currency is written. */
    readonly form?: WireForm;
  };
  /** First match wins; no match says nothing about a refund. */
  readonly rules: readonly NotificationRule[];
  /** What the provider expects as an answer. */
  readonly answer: { readonly status: number; readonly media?: string; readonly body?: string };
}
