import type { Answer } from "./fault-server.ts";

/** A module of a published SDK. */
// biome-ignore lint/suspicious/noExplicitAny: it is installed on demand, so its types are not there
type Sdk = any;

/** How one published SDK refunds once, as its documentation shows. Its connections are led to the fault server. */
export interface Drill {
  /** The npm package. */
  readonly package: string;
  /** The call that refunds, as a caller writes it. */
  readonly call: string;
  /** The path of the refund's POST; every other request is answered with `other`. */
  readonly path: RegExp;
  /** What the provider answers to a refund that went well, and to one it refuses. */
  readonly answered: Answer;
  readonly declined: Answer;
  readonly other?: Answer;
  /** The option that limits the time a call takes; absent where there is none. */
  readonly timeoutOption?: string;
  /** Where a caller can give an idempotency key, but need not; absent where it must, or cannot. */
  readonly keyOption?: string;
  /** Makes a client; what it returns refunds once. */
  open(
    sdk: Sdk,
    options: { readonly timeoutMs?: number | undefined; readonly key?: string | undefined },
  ): () => Promise<unknown>;
}

/** The caller's own id of the refund, where a drill gives one. */
export const callerKey = "order-1042/refund-1";
