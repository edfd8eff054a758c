/** What the vocabulary says of signatures, as it is written. */
import type { SignatureTable, VerifyTable } from "../core-types.ts";

/** As in core's table, with `timestamp`, `nonce` and `key` not yet resolved to places. */
export interface RawSign extends Omit<SignatureTable, "timestamp"> {
  readonly timestamp?: RawTime;
  readonly "x-source"?: unknown;
  readonly "x-assumption"?: string;
  readonly "x-contradiction"?: string;
}

export interface RawVerify extends Omit<VerifyTable, "unless"> {
  readonly unless?: { readonly http: readonly number[] };
  readonly "x-source"?: unknown;
  readonly "x-assumption"?: string;
  readonly "x-contradiction"?: string;
}

export interface RawTime {
  readonly format: string;
  readonly zone?: string;
}
