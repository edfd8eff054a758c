import type { Facts } from "./answers.ts";
import type { LedgerRefund } from "./ledger.ts";

export type OperationName = "refund" | "query" | "token";

/** How a request was judged. */
export interface Verdict {
  /** `refunded`, `queried`, `payment_not_found`, ...: the key of the provider's answer. */
  readonly situation: string;
  /** Why, in a sentence; absent where there is nothing to explain. */
  readonly because?: string;
  readonly facts: Facts;
  /** The money that this request moved. Absent where it only repeats an earlier one, whose refund is in `facts`. */
  readonly moved?: LedgerRefund;
}
