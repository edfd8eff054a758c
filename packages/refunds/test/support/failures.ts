import type { JournalErrorCode } from "@refunds/journal";
import type { JournalStore } from "../../src/index.ts";

/** A journal that works until it is told to fail. */
export interface BreakableJournal {
  readonly journal: JournalStore;
  /** From now on every transaction fails, until what this gives is called. */
  fail(): Promise<() => Promise<void>>;
}

/** A reason to fail, the error it has to give, and a journal that can meet it. */
export type Failure = readonly [
  name: string,
  code: JournalErrorCode,
  open: () => Promise<BreakableJournal>,
];
