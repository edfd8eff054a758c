/**
 * What the sandbox knows about one provider. The generator writes it from `specs/<provider>.yaml` to `src/generated/`.
 * The same simulator interprets it for every provider.
 */
import type { Amount } from "@refunds/core";
import type {
  MoneyFormat,
  OperationTable,
  Pointer,
  TimeFormat,
  VerifyTable,
} from "@refunds/core/provider";

/** One answer of the provider, with the values that depend on the request. */
export interface SimulatedAnswer {
  readonly http: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent for an answer without a body. */
  readonly body?: Readonly<Record<string, unknown>> | readonly unknown[];
  readonly fill: readonly Fill[];
  /** A list that has an element like its first one for each refund that was asked for; empty where the answer is the list. */
  readonly each?: Pointer;
}

/** What a provider does with a key that it has seen before. */
export interface SimulatedKeys {
  /** How long it remembers a key. Absent: forever. */
  readonly seconds?: number;
  readonly answers?: "first" | "latest";
  readonly body?: "same" | "ignored";
  /** Answers that it does not remember. */
  readonly forgets?: readonly Readonly<
    Record<Pointer, string | readonly string[] | { readonly present: boolean }>
  >[];
}

/** Puts a value into an answer. */
export interface Fill {
  /** In the body, or `header.<Name>`. */
  readonly at: Pointer;
  /**
   * `payment.<id>`, `payment.amount`, `payment.refunded`, `payment.remaining`, `payment.currency`, `payment.state`,
   * `refund.number` (1, 2, 3 ...), `refund.id`, `refund.amount`, `refund.state`, `key`, `reason`, `credentials.<name>`,
   * `token`, `token.expires`, `notification.number`, `now`.
   */
  readonly from: string;
  /** The wire type of the field. */
  readonly as: "string" | "integer" | "number" | "boolean";
  readonly money?: MoneyFormat;
  readonly time?: TimeFormat;
  /** The letter case in which the provider writes it. */
  readonly form?: "lower";
  /** If the value is part of a longer string: the string with `{{}}` for the value. */
  readonly within?: string;
}

/** What a notification can say of a refund. `reversed`: it had succeeded, and the money came back. */
export type NotifiedStatus = "succeeded" | "pending" | "declined" | "reversed";

/** How a refund ends, in the word of `finish()`. */
export type Ending = "succeeded" | "failed";

/** A part of a notification under AES-GCM: where its cipher text, its nonce and the text that is authenticated with it stand. */
export interface SimulatedEncryption {
  readonly key: string;
  readonly at: Pointer;
  readonly nonce: Pointer;
  readonly additional?: Pointer;
}

/** The notifications that a provider sends. */
export interface SimulatedNotifications {
  /** Absent: they are not signed. */
  readonly verify?: VerifyTable;
  /** What is encrypted before it is signed. In `says`, its content stands at `at`. */
  readonly encrypted?: SimulatedEncryption;
  readonly media: "json" | "form";
  /** The list of events, such as `/events/*`. Each is signed by itself if its signature stands in the body. */
  readonly each?: Pointer;
  /** What is sent, by what it says. Empty if the spec has no samples. */
  readonly says: Readonly<
    Partial<Record<NotifiedStatus, Pick<SimulatedAnswer, "headers" | "body" | "fill">>>
  >;
}

/** A payment that the simulated merchant has received. */
export interface SamplePayment {
  /** All identifiers of the payment. */
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount: Amount;
  /** Minor units that were already refunded. Default 0. */
  readonly refunded?: number;
  /** How every refund of this payment is judged, such as `pending` or `not_settled`. */
  readonly always?: string;
}

export interface SampleCredential {
  /** Absent for a key in PEM: the sandbox has a key pair of its own. */
  readonly value?: string | number;
  readonly secret: boolean;
  /** The modulus length of the RSA key pair. */
  readonly rsaBits?: number;
  /** The curve of another key pair. */
  readonly curve?: "P-256" | "Ed25519";
  /** The merchant has the public key: the pair is the provider's, which signs answers. */
  readonly half?: "public";
}

export interface SimulatorTable {
  readonly provider: string;
  readonly title: string;
  readonly documentation: string;
  /** All documented base URLs. */
  readonly servers: readonly string[];
  /** Set where the provider has no test system. */
  readonly environment?: "live";
  /** The alternatives, as in the provider's table. */
  readonly credentials: readonly Readonly<Record<string, SampleCredential>>[];
  readonly payments: readonly SamplePayment[];
  /** What a refund requires in addition, by source: `reason`, `extra.<field>`. */
  readonly sample?: Readonly<Record<string, unknown>>;
  /** Whether the provider supports partial refunds. */
  readonly partial: boolean;
  /** Whether a partly refunded payment can be refunded again. */
  readonly repeated: boolean;
  /** The provider's words for a payment's state. */
  readonly states?: {
    readonly paid: string;
    readonly partly_refunded?: string;
    readonly refunded: string;
    /** While a refund is pending. If absent, the payment's state is still `paid`. */
    readonly refund_pending?: string;
  };
  /** The provider's words for a refund's state. */
  readonly refundStates?: {
    readonly refunded: string;
    readonly pending?: string;
    readonly failed?: string;
  };
  /** Where the refund's answer has the provider's own id of the refund. */
  readonly refundIdAt?: Pointer;
  /** Absent if the provider documents no idempotency. */
  readonly keys?: SimulatedKeys;
  readonly operations: {
    readonly refund: OperationTable;
    readonly query?: OperationTable;
    readonly token?: OperationTable & {
      readonly gives: string;
      /** Its own base URLs, if it is not called at `servers`. */
      readonly servers?: readonly string[];
    };
  };
  /**
   * Where the refund's answer has its status: every place that a successful outcome is read from, in the order of the
   * rules. The fault `unseen_status` writes there.
   */
  readonly statusAt: readonly Pointer[];
  /** Absent if the provider documents no notification about refunds. */
  readonly notification?: SimulatedNotifications;
  /** Answers by situation; without `refunded`, every refund stays pending: a `Reason`, or refunded, pending, queried, issued, token_refused, bad_signature, key_mismatch, key_busy. */
  readonly answers: Readonly<Record<string, SimulatedAnswer>>;
}
