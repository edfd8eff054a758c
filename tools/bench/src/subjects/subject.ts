/** Something that refunds, to be measured. */
import type { Sample } from "./sample.ts";

/** As the budgets file describes it. */
export interface SubjectOptions {
  readonly name: string;
  readonly kind: string;
  readonly provider: string;
  readonly journal?: "memory" | "sqlite" | "postgres";
  /** How many refunds run at once. */
  readonly atOnce?: number;
  /** How many refunds one payment has. */
  readonly perPayment?: number;
  /** How many refunds the journal holds before. Only SQLite. */
  readonly held?: number;
  /** Which refunds are listed. */
  readonly status?: "succeeded" | "unknown";
  /** A server on this machine, instead of a `fetch` that answers at once. */
  readonly server?: "http" | "https";
}

/** Where things of this run are. */
export interface Places {
  /** For files. */
  readonly folder: string;
  /** The base URL of the server. */
  readonly baseUrl?: string;
  /** A connection string. */
  readonly postgres?: string;
}

/** Refunds the n-th time. Rejects if the refund was not reported as one that succeeded. */
type Refund = (n: number) => Promise<void>;

/** A `fetch` that answers at once, without a network; or the real one. */
type Fetch = (url: string, init?: object) => Promise<Response>;

export interface Given {
  readonly sample: Sample;
  readonly options: SubjectOptions;
  readonly places: Places;
  readonly fetch: Fetch;
  /** Shows what is being done before it is measured. */
  readonly progress: (text: string) => void;
}

/** Makes the subject. What it does before it returns is not measured. */
export type Subject = (given: Given) => Promise<Refund>;

export function assertSucceeded(status: unknown): void {
  if (status !== "succeeded") throw new Error(`The refund did not succeed: ${status}`);
}
