/** A provider under test, with its client and its documented answers. */
import type { CallOptions, Outcome, QueryOutcome } from "@refunds/core";
import type { SandboxProvider } from "@refunds/sandbox";
import type { DocumentedAnswer, RefundRequest } from "./documented-answer.ts";
import type { Needs } from "./needs.ts";

/** The part of a provider's client that is tested. */
export interface Client {
  refund(request: RefundRequest, call?: CallOptions): Promise<Outcome>;
  query?(question: object, call?: CallOptions): Promise<QueryOutcome>;
}

export interface ClientOptions {
  readonly environment: "test" | "live";
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch;
  readonly [credential: string]: unknown;
}

/** One provider under test. */
export interface Subject {
  readonly provider: string;
  readonly open: (options: ClientOptions) => Client;
  readonly environment: "test" | "live";
  /** The kinds of credentials. The last one uses tokens if the provider has them. */
  readonly credentials: readonly Readonly<Record<string, string | number>>[];
  readonly answers: readonly DocumentedAnswer[];
  /** Signs an answer to a request as the provider does. */
  readonly signed: SandboxProvider["signed"];
  readonly needs: Needs;
}
