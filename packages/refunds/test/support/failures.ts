import type { JournalErrorCode } from "@refunds/journal";
import type { JournalStore } from "../../src/index.ts";

/** A journal that works until `fail()` is called. */
export interface BreakableJournal {
  readonly journal: JournalStore;
  /** Makes every transaction fail, until the returned function is called. */
  fail(): Promise<() => Promise<void>>;
}

/** A kind of failure, the error code it must lead to, and a journal that can fail in this way. */
export type Failure = readonly [
  name: string,
  code: JournalErrorCode,
  open: () => Promise<BreakableJournal>,
];
