/** Types that the whole run meets at: a documented answer, and the provider it belongs to. */
import type { CallOptions, Outcome, QueryOutcome } from "@refunds/core";
import type { Needs } from "./needs.ts";

export type Operation = "refund" | "query" | "token";

/** A refund, as a caller asks for it. */
export interface Asked {
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount?: { readonly value: number; readonly currency: string };
  readonly reason?: string;
}

/** What a provider answers to one request. */
export interface Documented {
  readonly operation: Operation;
  /** What a person knows it by. */
  readonly name: string;
  readonly asked: Asked;
  readonly http: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A provider's client, as far as this run goes. */
export interface Client {
  refund(asked: Asked, call?: CallOptions): Promise<Outcome>;
  query?(asked: Pick<Asked, "payment">, call?: CallOptions): Promise<QueryOutcome>;
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
  readonly answers: readonly Documented[];
  readonly needs: Needs;
}
