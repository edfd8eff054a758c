/** An answer that a provider documents, and the request it belongs to. */

export type Operation = "refund" | "query" | "token";

/** A refund, as a caller asks for it. */
export interface RefundRequest {
  readonly payment: Readonly<Record<string, string | number>>;
  readonly amount?: { readonly value: number; readonly currency: string };
  readonly reason?: string;
}

/** What a provider answers to one request. */
export interface DocumentedAnswer {
  readonly operation: Operation;
  /** What a person knows it by. */
  readonly name: string;
  readonly request: RefundRequest;
  readonly http: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
