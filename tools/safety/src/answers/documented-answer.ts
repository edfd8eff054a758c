/** A documented answer of a provider, and the request that it belongs to. */

export type Operation = "refund" | "query" | "token";

/** The request of a refund. */
export interface RefundRequest {
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount?: { readonly value: number; readonly currency: string };
  readonly reason?: string;
  readonly key?: string;
}

/** The answer of a provider to one request. */
export interface DocumentedAnswer {
  readonly operation: Operation;
  /** Its name in reports. */
  readonly name: string;
  readonly request: RefundRequest;
  /** What a query asks. */
  readonly question?: object;
  readonly http: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
