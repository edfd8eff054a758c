/**
 * What the sandbox needs to know of one provider. The generator writes it from `specs/<provider>.yaml` into
 * `src/generated/`; the simulator interprets it, the same mechanism for every provider.
 */
import type { Amount } from "@refunds/core";
import type { MoneyFormat, OperationTable, Pointer, TimeFormat } from "@refunds/core/provider";

/** One answer of the provider, with the places that depend on the request. */
export interface SimulatedAnswer {
  readonly http: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly fill: readonly Fill[];
}

/** Puts a value into an answer's body. */
export interface Fill {
  readonly at: Pointer;
  /**
   * `payment.<id>`, `payment.amount`, `payment.refunded`, `payment.remaining`, `payment.currency`, `payment.state`,
   * `refund.number` (1, 2, 3 ...), `refund.amount`, `reason`, `credentials.<name>`, `token`, `token.expires`, `now`.
   */
  readonly from: string;
  /** The wire type of the field. */
  readonly as: "string" | "integer" | "number" | "boolean";
  readonly money?: MoneyFormat;
  readonly time?: TimeFormat;
  /** Text with `{{}}` where the value goes, where it is part of a longer string. */
  readonly within?: string;
}

/** A payment the simulated merchant has taken. */
export interface SamplePayment {
  /** Every identifier of the payment. */
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount: Amount;
  /** Minor units that were refunded before; 0 where left out. */
  readonly refunded?: number;
  /** The situation that every refund of this payment meets. */
  readonly always?: string;
}

export interface SampleCredential {
  /** Absent for an RSA key: the sandbox makes a pair when it starts. */
  readonly value?: string | number;
  readonly secret: boolean;
  /** The modulus length of the key pair to make. */
  readonly rsaBits?: number;
}

export interface SimulatorTable {
  readonly provider: string;
  readonly title: string;
  readonly documentation: string;
  /** Every documented base URL. */
  readonly servers: readonly string[];
  /** Alternatives, as in the provider's own table. */
  readonly credentials: readonly Readonly<Record<string, SampleCredential>>[];
  readonly payments: readonly SamplePayment[];
  /** Part of a payment can be refunded. */
  readonly partial: boolean;
  /** A partly refunded payment can be refunded again. */
  readonly repeated: boolean;
  /** The provider's words for a payment's state. */
  readonly states?: {
    readonly paid: string;
    readonly partly_refunded?: string;
    readonly refunded: string;
    /** While a refund is accepted and not made; absent: nothing shows it, and the payment is still paid. */
    readonly refund_pending?: string;
  };
  readonly operations: {
    readonly refund: OperationTable;
    readonly query?: OperationTable;
    readonly token?: OperationTable & { readonly gives: string };
  };
  /**
   * Where the refund's answer says what became of it: every place that a good outcome is read from, in the order of the
   * rules. The faults put words there that nobody has documented.
   */
  readonly statusAt: readonly Pointer[];
  /** Situation (a Reason, or refunded, pending, queried, issued, token_refused, bad_signature) to answer. */
  readonly answers: Readonly<Record<string, SimulatedAnswer>>;
}
