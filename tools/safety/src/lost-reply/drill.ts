import type { Answer } from "./fault-server.ts";

/** A module of a published SDK. */
// biome-ignore lint/suspicious/noExplicitAny: the SDKs are installed on demand, so their types are not available
type Sdk = any;

/** How to make one refund with a published SDK, as its documentation shows. Its connections go to the fault server. */
export interface Drill {
  /** The npm package. */
  readonly package: string;
  /** The refund call, as shown in the report. */
  readonly call: string;
  /** The path of the refund's POST request. All other requests are answered with `other`. */
  readonly path: RegExp;
  /** The provider's answers to a successful and to a declined refund. */
  readonly answered: Answer;
  readonly declined: Answer;
  readonly other?: Answer;
  /** The SDK's timeout option; absent if it has none. */
  readonly timeoutOption?: string;
  /** The option for an optional idempotency key; absent if the SDK requires a key or supports none. */
  readonly keyOption?: string;
  /** The same refund through the provider of this repo, if there is one. What both send is compared. */
  readonly ours?: OurCall;
  /** Why what both send cannot be compared, although the provider is one of this repo. */
  readonly notCompared?: { readonly provider: string; readonly because: string };
  /** Creates a client and returns a function that makes one refund. */
  open(
    sdk: Sdk,
    options: { readonly timeoutMs?: number | undefined; readonly key?: string | undefined },
  ): () => Promise<unknown>;
}

/** A refund through a provider of this repo that asks for what a drill asks for. */
interface OurCall {
  readonly provider: string;
  /** The client's options, with `environment`. */
  readonly options: object;
  /** The request; `callerKey` is its key if the provider wants one. */
  readonly request: object;
  /** What differs on purpose, by the part that differs, with the source that decides. */
  readonly differs?: Readonly<Record<string, string>>;
  /** Headers that matter, in lower case, in addition to those that every request has. */
  readonly headers?: readonly string[];
}

/** The caller's idempotency key, for drills that pass one. */
export const callerKey = "order-1042-refund-1";
