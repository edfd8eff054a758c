import type { Facts } from "./answers.ts";
import type { LedgerRefund } from "./ledger.ts";

export type OperationName = "refund" | "query" | "token";

/** How a request was judged. */
export interface Verdict {
  /** The key of the provider's answer: `refunded`, `queried`, `payment_not_found`, ... */
  readonly situation: string;
  /** The reason, if there is one to give. */
  readonly because?: string;
  readonly facts: Facts;
  /** The refund that this request made. Absent if it repeats an earlier request, whose refund is in `facts`. */
  readonly moved?: LedgerRefund;
}

export const refuse = (situation: string, because: string, facts: Facts): Verdict => ({
  situation,
  because,
  facts,
});
