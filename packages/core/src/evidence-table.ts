/** The part of a provider's table that settles uncertain refunds. A table holds no behaviour. */
import type { Reason } from "./outcome.ts";
import type { Condition, Echo, MoneyFormat, Pointer, Source, WireForm } from "./table.ts";

/**
 * Where an answer to a query says how much of the payment has been refunded. Amounts are in the currency of the refund's
 * amount, or in the one at `currency`.
 */
export interface RefundedTable {
  /** The refunded total; with `less`, the whole payment. */
  readonly at: Pointer;
  /** What is left of the payment: the total is `at` minus this. */
  readonly less?: Pointer;
  /** The whole payment, which a refund without an amount asks for. */
  readonly all?: Pointer;
  /** The currency of these amounts. */
  readonly currency?: Pointer;
  /** The currency is written in lower case. */
  readonly form?: WireForm;
  /** How these amounts are written. */
  readonly money: MoneyFormat;
  /** The total counts every refund of the payment. Otherwise it is only used for payments with one refund. */
  readonly cumulative?: true;
}

/**
 * A documented condition of an answer to a query, and what it proves about one refund of the payment. `when` works as in
 * `Rule`, and also knows `refunded`: `this` (only this refund explains the total), `none` (only its absence does) or
 * `other` (neither does).
 */
export interface EvidenceRule {
  /** What must stand in the answer. */
  readonly when: Condition;
  /** `declined`: it did not happen and will not. */
  readonly proves: "succeeded" | "pending" | "declined";
  /** The reason of `declined`. */
  readonly reason?: Reason;
  /** Seconds after the last moment at which the request can have left. Before that, it may still be processed. */
  readonly after?: number;
}

/** Where a list in an answer has the refund. Pointers of the evidence are relative to the element found. */
export interface FindTable {
  /** The list. */
  readonly in: Pointer;
  /** The refund is the only element that has these values: `key`, `refund.id` or `payment.<id>`. */
  readonly where: Readonly<Record<Pointer, Source>>;
  /** A complete list without the refund proves that it did not happen. */
  readonly complete?: {
    /** Seconds after the last moment at which the request can have left. */
    readonly after: number;
    /** Says that the list goes on. */
    readonly unless?: Pointer;
  };
}

/** What an answer to a query, or to the same request sent again, proves about an uncertain refund. */
export interface EvidenceTable {
  /**
   * What the query about one refund needs, or the list that has it: `payment.<id>`, `key`, `refund.id`. Absent for a query
   * that takes the whole payment.
   */
  readonly asks?: readonly Source[];
  /** Where a list has the refund. Absent if the whole answer is about it, or about the payment. */
  readonly find?: FindTable;
  /** An answer that repeats another value is about something else, and proves nothing. */
  readonly echo: readonly Echo[];
  /** How much of the payment has been refunded. Absent if answers do not say it. */
  readonly refunded?: RefundedTable;
  /** First match wins; no match proves nothing. */
  readonly rules: readonly EvidenceRule[];
  /** What a provider does with a key that it knows. Absent: an uncertain refund is never sent again. */
  readonly sameKey?: SameKeyTable;
}

/** What a provider does with a refund whose key it has seen before. */
export interface SameKeyTable {
  /** How many seconds it remembers a key, from the moment when the request first left. Absent: nothing is sent again. */
  readonly for?: number;
  /** Whether it repeats its first answer, or answers with the refund's present state. Never absent with `for`. */
  readonly answers?: "first" | "latest";
  /** `ignored`: with another body it gives the same answer, which must then repeat the amount. */
  readonly body?: "same" | "ignored";
  /** It still works on the first request. */
  readonly busy?: readonly Condition[];
  /** The key belongs to another request. */
  readonly mismatch?: readonly Condition[];
  /** Errors that it does not remember, so that they say nothing about the first request. */
  readonly forgets?: readonly Condition[];
  /** After a proven decline, only another key refunds. */
  readonly again?: "new-key";
}
