/** The messages between the run and the processes that refund. One line of JSON each. */
import type { RecordRequest } from "refunds";
import type { JournalDefect } from "./journal-defects.ts";
import type { JournalPlace } from "./journal-place.ts";

/** The start options of a process. */
export interface Start {
  readonly journal: JournalPlace;
  /** A defect to insert into its journal. */
  readonly defect?: JournalDefect;
  /** Whether it announces its steps. */
  readonly announces: boolean;
  /** The step at which it kills itself with SIGKILL, counted from 1. */
  readonly dieAt?: number;
}

/** An account at a simulator. */
export interface AccountSetup {
  readonly name: string;
  readonly provider: string;
  /** The options of the provider's client. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The request of `refunds.refund()`. */
export interface RefundRequest {
  readonly account: string;
  readonly key: string;
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount?: { readonly value: number; readonly currency: string };
  readonly refundable?: { readonly value: number; readonly currency: string };
}

/** An outcome without the provider's answer. */
export interface ReportedOutcome {
  readonly status: string;
  readonly because?: string;
  readonly message?: string;
}

/** The commands of a process, with their arguments and answers. */
export interface Commands {
  /** Creates a new facade with these accounts on the same journal. */
  open: { readonly with: readonly AccountSetup[]; readonly answer: null };
  refund: { readonly with: RefundRequest; readonly answer: ReportedOutcome };
  /** The keys that `refunds.open()` lists. */
  list: { readonly with: null; readonly answer: readonly string[] };
  record: {
    readonly with: { readonly key: string; readonly evidence: RecordRequest };
    readonly answer: ReportedOutcome;
  };
  /** Sets its clock forward, in milliseconds. */
  sleep: { readonly with: number; readonly answer: null };
}

export type CommandName = keyof Commands;

export interface Command<Name extends CommandName = CommandName> {
  readonly id: number;
  readonly do: Name;
  readonly with: Commands[Name]["with"];
}

export type Message =
  /** It is about to take this step. */
  | { readonly step: string }
  | { readonly id: number; readonly answer: unknown }
  /** The call rejected with this error name and message. */
  | { readonly id: number; readonly error: string };

/** The header with the key of a refund, so that you can find the requests of a key at the simulator. */
export const keyHeader = "x-safety-key";
