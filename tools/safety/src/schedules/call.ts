/** A process and its calls, as the rest of a schedule sees them. */
import type { Account, Refunds } from "refunds";

export type Facade = Refunds<Record<string, Account>>;

export interface Process {
  /** Negative once it is dead. Then its calls never end. */
  stepsLeft: number;
  /** Its calls continue when it wakes. */
  readonly isAsleep: boolean;
  /** How often it fell asleep. */
  readonly naps: number;
  /** Calls its facade. */
  call<T>(info: CallInfo, use: (refunds: Facade) => Promise<T>): Promise<T>;
  /** Calls another facade of the same process. */
  readonly another: Pick<Process, "call">;
  /** Makes it fall asleep after this many steps. */
  doze(after: number): void;
  wake(): void;
}

interface CallInfo {
  readonly key: string;
  /** Whether it calls `refund()`. */
  readonly refunds?: true;
  /** The refundable amount that the caller gave. */
  readonly refundable?: number | undefined;
}

/** A running call. */
export interface Call extends CallInfo {
  readonly process: Process;
  /** Milliseconds of a monotonic clock. */
  readonly startedAt: number;
  /** How often its process had slept when its client last sent a request. */
  napsBefore: number;
  /** How many attempts its key had when its client began to send, with its own. */
  attempts?: number;
  /** Whether a request of it left its process. */
  sent: boolean;
  /** Whether a refund of it arrived. */
  arrived: boolean;
  /** Whether a cache answered instead of the provider. */
  cached: boolean;
  /** The status that the client read from the answer. */
  judged: string | undefined;
}
