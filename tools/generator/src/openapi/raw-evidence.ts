/** What the vocabulary says of evidence and of keys, as it is written. */
import type { Reason } from "../core-types.ts";
import type { RawRule } from "./document.ts";

/** What the provider does with a key that it has seen before. */
export interface RawIdempotency {
  /** An ISO 8601 duration. */
  readonly for?: string;
  readonly answers?: "first" | "latest";
  readonly body?: "same" | "ignored";
  readonly busy?: readonly RawRule["when"][];
  readonly mismatch?: readonly RawRule["when"][];
  readonly forgets?: readonly RawRule["when"][];
  readonly again?: "new-key";
}

/** Where a list has the refund. */
export interface RawFind {
  readonly in: string;
  readonly where: Readonly<Record<string, string>>;
  readonly complete?: { readonly after: number; readonly unless?: string };
}

/** How much of a payment has been refunded, by pointers. */
export interface RawRefunded {
  readonly at: string;
  readonly less?: string;
  readonly all?: string;
  readonly currency?: string;
  readonly cumulative?: true;
}

export interface RawProof {
  readonly when: RawRule["when"];
  readonly proves: "succeeded" | "pending" | "declined";
  readonly reason?: Reason;
  readonly after?: number;
}
