import type { FaultKind } from "./faults/fault-kind.ts";
import type { LedgerRefund } from "./simulator/ledger.ts";
import type { OperationName } from "./simulator/verdict.ts";

/** A request to a provider that the sandbox received. */
export interface SandboxRequest {
  readonly provider: string;
  readonly operation: OperationName;
  readonly method: string;
  readonly url: string;
  /** Keys are header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty if the request had no body. */
  readonly body: string;
  /** Whether the request reached the provider. False only for a refused connection. */
  readonly arrived: boolean;
  /** How it was judged: `refunded`, `unauthorized`, `exceeds_refundable`, ... `not_judged` if a fault prevented it. */
  readonly situation: string;
  /** Why it was refused, or that it repeats an earlier refund. */
  readonly because?: string;
  /** Whether it moved money. The refund is then in `refunds`, even if the caller got no answer. */
  readonly moved: boolean;
  /** HTTP status of the answer. Absent if there was none. */
  readonly status?: number;
  /** The fault that was applied. */
  readonly fault?: FaultKind;
  /** The fault had no effect, because the answer has no amount, identifier or status to falsify. */
  readonly harmless?: true;
}

/** A refund that moved money. */
export interface SandboxRefund extends LedgerRefund {
  readonly provider: string;
}
