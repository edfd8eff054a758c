/** A provider under test, with its client and its documented answers. */
import type { CallOptions, Outcome, QueryOutcome } from "@refunds/core";
import type { DocumentedAnswer, RefundRequest } from "./documented-answer.ts";
import type { Needs } from "./needs.ts";

/** A provider's client, as far as this run goes. */
export interface Client {
  refund(request: RefundRequest, call?: CallOptions): Promise<Outcome>;
  query?(request: Pick<RefundRequest, "payment">, call?: CallOptions): Promise<QueryOutcome>;
}

export interface ClientOptions {
  readonly environment: "test";
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch;
  readonly [credential: string]: unknown;
}

/** One provider under test. */
export interface Subject {
  readonly provider: string;
  readonly open: (options: ClientOptions) => Client;
  /** The ways to prove who is calling; the last one goes by a token where there are tokens. */
  readonly credentials: readonly Readonly<Record<string, string | number>>[];
  readonly answers: readonly DocumentedAnswer[];
  readonly needs: Needs;
}
