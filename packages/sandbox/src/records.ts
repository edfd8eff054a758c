import type { Movement } from "./simulator/ledger.ts";
import type { OperationName } from "./simulator/simulator.ts";

/** A request that reached a simulator, however it was answered. */
export interface SandboxRequest {
  readonly provider: string;
  readonly operation: OperationName;
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text; empty where there was none. */
  readonly body: string;
  /** How it was judged: `refunded`, `unauthorized`, `exceeds_refundable`, ... */
  readonly situation: string;
  /** Why, in a sentence, where it was refused. */
  readonly because?: string;
  /** The HTTP status answered. */
  readonly status: number;
}

/** A refund that moved money. */
export interface SandboxRefund extends Movement {
  readonly provider: string;
}
