/** What is said between the run and the processes that refund. One JSON text a line, both ways. */
import type { Evidence } from "refunds";
import type { JournalDefect } from "./journal-defects.ts";
import type { JournalPlace } from "./journal-place.ts";

/** What a process is started with. */
export interface Start {
  readonly journal: JournalPlace;
  /** What is broken on purpose in its journal. */
  readonly defect?: JournalDefect;
  /** Whether it announces its steps. */
  readonly announces: boolean;
  /** The step, counted from 1, at which it kills itself with SIGKILL. */
  readonly dieAt?: number;
}

/** An account at a simulator. */
export interface AccountSetup {
  readonly name: string;
  readonly provider: string;
  /** What the provider's client takes. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A refund as `refunds.refund()` takes it. */
export interface RefundRequest {
  readonly account: string;
  readonly key: string;
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount?: { readonly value: number; readonly currency: string };
  readonly refundable?: { readonly value: number; readonly currency: string };
}

/** An outcome without what the provider sent. */
export interface ReportedOutcome {
  readonly status: string;
  readonly because?: string;
  readonly message?: string;
}

/** What a process can be asked, and what it answers. */
export interface Commands {
  /** Starts over with these accounts, on the same journal. */
  open: { readonly with: readonly AccountSetup[]; readonly answer: null };
  refund: { readonly with: RefundRequest; readonly answer: ReportedOutcome };
  /** The keys that `refunds.open()` lists. */
  list: { readonly with: null; readonly answer: readonly string[] };
  record: {
    readonly with: { readonly key: string; readonly evidence: Evidence };
    readonly answer: ReportedOutcome;
  };
  /** Lets its clock jump ahead, in milliseconds. */
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
  /** The call rejected: the error's name and words. */
  | { readonly id: number; readonly error: string };

/** The header in which a request names its refund's key, so that the simulator's record can be read by key. */
export const keyHeader = "x-safety-key";
