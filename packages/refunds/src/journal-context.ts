/** The journal of a facade, and how it is used. */
import type { JournalStore } from "@refunds/journal";
import type { Observer } from "./observe.ts";

export interface JournalContext {
  readonly store: JournalStore;
  /** Whether to store the providers' answers. */
  readonly rawAnswers: boolean;
  readonly observe: Observer | undefined;
  /** How many milliseconds to keep trying to store an outcome. */
  readonly patienceMs: number;
  /** Attempts whose answer this process received but could not record, by key. */
  readonly unrecorded: Map<string, number>;
}
