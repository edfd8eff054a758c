/** The part of a provider's table that says what its errors mean. */
import type { Reason } from "./outcome.ts";
import type { Pointer } from "./table.ts";

/** Documented errors of one meaning: matched by code, by message (any letter case), or by both. */
export interface ErrorEntry {
  readonly codes?: readonly string[];
  /** Where the codes stand, as in `ErrorTable.code`. Absent: at the first place. */
  readonly at?: Pointer;
  readonly message?: string;
  /** The answer's message starts with `message`, or contains it. Absent: it equals it. */
  readonly match?: "starts" | "contains";
  /** Default `unspecified`. */
  readonly reason?: Reason;
  /** The refund may have happened. Absent: it did not and will not. */
  readonly money?: "unknown";
  /** The same request is worth sending again. Only for answers that moved no money. */
  readonly repeat?: true;
}

/** Where codes and messages stand. Of several places, the first that the answer has counts. Each has at most one `*`. */
export interface ErrorTable {
  readonly code?: Pointer | readonly Pointer[];
  readonly message?: Pointer | readonly Pointer[];
  /** First match wins. */
  readonly list: readonly ErrorEntry[];
}
