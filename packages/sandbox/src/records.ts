import type { FaultKind } from "./faults/fault-kind.ts";
import type { LedgerRefund } from "./simulator/ledger.ts";
import type { OperationName } from "./simulator/verdict.ts";

/** A request to a provider, however it was answered. */
export interface SandboxRequest {
  readonly provider: string;
  readonly operation: OperationName;
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text; empty where there was none. */
  readonly body: string;
  /** Whether a byte of it reached the provider: false for a refused connection only. */
  readonly arrived: boolean;
  /** How it was judged: `refunded`, `unauthorized`, `exceeds_refundable`, ...; `not_judged` where a fault came before. */
  readonly situation: string;
  /** Why, in a sentence, where it was refused or only repeats an earlier refund. */
  readonly because?: string;
  /** Whether it moved money: the refund is in `refunds`, whatever the caller was told. */
  readonly moved: boolean;
  /** The HTTP status answered; absent where no answer began. */
  readonly status?: number;
  /** The fault it met. */
  readonly fault?: FaultKind;
  /** The fault changed nothing: the answer has no amount, identifier or status to falsify. */
  readonly harmless?: true;
}

/** A refund that moved money. */
export interface SandboxRefund extends LedgerRefund {
  readonly provider: string;
}
