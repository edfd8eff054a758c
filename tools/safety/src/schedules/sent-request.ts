import type { Call } from "./call.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

/** A request, with what was true when it was sent. */
export interface SentRequest {
  readonly call: Call;
  readonly tracked: TrackedRefund;
  readonly misled: boolean;
  /** The payment's other refund may have happened, or is being sent. */
  readonly isTooEarly: boolean;
  readonly sentKey?: string;
  /** Unix milliseconds. */
  readonly at: number;
  /** The refundable amounts of the calls of which one wrote its record. */
  readonly refundables: readonly (number | undefined)[];
}
