/**
 * The data table of a provider: everything that core needs to know about it. The generator writes it from
 * `specs/<provider>.yaml`, and core interprets it. A table holds no behaviour.
 */
import type { Reason } from "./outcome.ts";

export type { CredentialSet, Environment } from "./credential-table.ts";
export type { ErrorEntry, ErrorTable } from "./error-table.ts";

import type { CredentialSet, Environment } from "./credential-table.ts";
import type { ErrorTable } from "./error-table.ts";
import type { NestedSchema, SchemaType } from "./request/value-check.ts";
import type { NonceForm, SignatureTable, VerifyTable } from "./signature/signature-table.ts";

/**
 * Where a value stands in a request: `body#/json/pointer`, `path.name`, `query.name` or `header.name`; `known.name` is not sent.
 * A body pointer may lead through a field that holds JSON as text (`OperationTable.jsonText`).
 */
export type Place = string;

/** An RFC 6901 JSON Pointer into an answer's body. */
export type Pointer = string;

/**
 * Which value is sent: `payment.<id>`, `amount`, `currency`, `reason`, `key` (the caller's own id of the refund),
 * `extra.<field>` (a field only this provider has), `credentials.<name>`, `credentials.<username>:<password>` (both as
 * HTTP Basic; the password's name may be empty), `timestamp`, `nonce`, or `const`. A query can also send
 * `refund.id` (the provider's own id of the refund).
 */
export type Source = string;

/** What a value of an answer must be: exactly one value, another value of the same type, or a value of a type. */
export type Expected =
  | { readonly is: string | number | boolean }
  | { readonly not: string | number | boolean }
  | { readonly type: SchemaType | readonly SchemaType[] };

/** What a documented answer must contain, by pointer. */
export type Shape = Readonly<Record<Pointer, Expected>>;

/** How a provider writes an amount. */
export interface MoneyFormat {
  /** `minor`: whole minor units (cents); `major`: decimal units (dollars). */
  readonly unit: "minor" | "major";
  /** The JSON type on the wire; `string` in major units always has all decimals of the currency. */
  readonly as: "string" | "integer" | "number";
  /** The decimals of the provider's minor unit, if they are not the currency's ISO 4217 exponent. */
  readonly exponent?: number;
  /** The provider's own decimals of some currencies, by code: ISK 2, HUF 0. */
  readonly exponents?: Readonly<Record<string, number>>;
  /** The minor units of which an amount in some currencies must be a multiple, by code: KWD 10. */
  readonly steps?: Readonly<Record<string, number>>;
  /** Amounts are written with a minus. */
  readonly negative?: true;
}

/** How a provider writes a moment. */
export type TimeFormat = "unix-seconds" | "unix-milliseconds" | "iso-8601" | "rfc-1123";

/** A moment by a pattern of `yyyy MM dd HH mm ss SSS XXX` and text in `'`, in a zone: `+08:00`, `UTC`, `Asia/Hong_Kong`. */
export interface TimePattern {
  readonly pattern: string;
  readonly zone: string;
}

/** Where one value of the request is sent. Placements are applied in order, which is the order of the bytes. */
export interface Placement {
  readonly from: Source;
  readonly to: Place;
  /** What the value must satisfy before anything is sent. Only an `extra.<field>` can be an object or a list. */
  readonly schema: NestedSchema;
  /** The caller may leave it out. Then nothing is sent for it. */
  readonly optional?: true;
  /** Text put before the value, such as `Bearer `. */
  readonly prefix?: string;
  readonly money?: MoneyFormat;
  readonly time?: TimeFormat | TimePattern;
  /** How a nonce is written. Default: a UUID. */
  readonly nonce?: NonceForm;
  readonly form?: WireForm;
}

/** How a provider writes a value that callers write otherwise: in this letter case, or as a UUIDv5 of it. */
export type WireForm = "lower" | "uuid";

export type * from "./signature/signature-table.ts";

/** One HTTP call of a provider. */
export interface OperationTable {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{name}` for path parameters. */
  readonly path: string;
  /** What tells it apart from other operations at the same path, in openapi-fetch: `#refund`. It is not sent. */
  readonly fragment?: string;
  /** The format of the body; absent if there is none. */
  readonly media?: "json" | "form";
  readonly send: readonly Placement[];
  /** Groups of sources. The caller provides exactly one of each group. */
  readonly exactlyOne?: readonly (readonly Source[])[];
  /** Body pointers whose value is sent as JSON text inside a string. */
  readonly jsonText?: readonly Pointer[];
  readonly sign?: SignatureTable;
  /** The answer must have this signature to be trusted. */
  readonly verify?: VerifyTable;
  /** An answer must match one of these shapes to be trusted: one that its rule names, if the rule names any. */
  readonly answer: readonly Shape[];
  /** The statuses (`204`, `4XX`) of documented answers without a body. */
  readonly empty?: readonly string[];
  /** The headers that answers are read from. A pointer finds `Refund-Id` at `/header.Refund-Id`. */
  readonly headers?: readonly string[];
}

/**
 * What must hold of an answer, by pointer (or `http`, for the HTTP status): the documented value or values, or that
 * something is there or not. In a pointer, `*` is any item of a list. A status may be a class: `4XX`. All must hold. Values
 * are compared as text, so 32 and "32" are the same.
 */
export type Condition = Readonly<Record<Pointer, Expectation>>;

/** What a condition expects at a place: a value, one of several, or that something is there or not. */
export type Expectation =
  | string
  | readonly string[]
  | {
      /** Whether the answer has something there other than `null`. */
      readonly present: boolean;
    };

/** A documented condition and what it means. */
export interface Rule<Meaning extends string> {
  readonly when: Condition;
  /** `by_code`: the error table decides. */
  readonly means: Meaning | "declined" | "by_code" | "unknown";
  /**
   * Positions in `answer`: the shapes that are documented for an answer of which this is said, under its HTTP status. Absent
   * where the condition holds of no other documented answer.
   */
  readonly of?: readonly number[];
  /** The reason of a decline without a listed error code. */
  readonly reason?: Reason;
  /**
   * The same request is worth sending again, or once more with a new token. Only for answers that moved no money.
   */
  readonly repeat?: true | "new-token";
}

/** A documented field of the answer that repeats a value of the request. */
export interface Echo {
  /** The value of the request. */
  readonly of: Source;
  /** Where the answer repeats it. */
  readonly at: Pointer;
  /** How it is written, if it is an amount. */
  readonly money?: MoneyFormat;
  /** The same form as in the request. */
  readonly form?: WireForm;
}

export interface RefundTable extends OperationTable {
  /** The alternatives by which a request names its payment. Other identifiers only accompany them. */
  readonly identifiedBy: readonly (readonly Source[])[];
  /** First match wins; no match is `unknown`. */
  readonly outcomes: readonly Rule<"succeeded" | "pending">[];
  readonly echo: readonly Echo[];
  /** Where the answer has the provider's own id of the refund. */
  readonly refundId?: Pointer;
  /**
   * The currencies that can be refunded: by code with their decimals, by decimals, or all but some. Absent: every ISO 4217
   * currency.
   */
  readonly currencies?:
    | { readonly codes: Readonly<Record<string, number>> }
    | { readonly exponent: number }
    | { readonly except: readonly string[] };
}

export interface QueryTable extends OperationTable {
  readonly outcomes: readonly Rule<"found">[];
}

/** The call that exchanges long-lived credentials for a short-lived one. */
export interface TokenTable extends OperationTable {
  readonly outcomes: readonly Rule<"issued">[];
  /** Base URLs of its own, if it is not sent to the provider's `servers`. */
  readonly servers?: Readonly<Partial<Record<Environment, string>>>;
  /** The credential that it yields. */
  readonly gives: string;
  readonly token: Pointer;
  readonly expires: {
    readonly at: Pointer;
    readonly format: "unix-milliseconds" | "iso-8601" | "seconds-from-now";
  };
}

export interface ProviderTable {
  /** The word that names the provider everywhere. */
  readonly provider: string;
  /** Base URLs. `{name}` in a host stands for a setting. */
  readonly servers: Readonly<Partial<Record<Environment, string>>>;
  /** Alternatives. The caller's options must have exactly one. */
  readonly credentials: readonly CredentialSet[];
  readonly refund: RefundTable;
  readonly query?: QueryTable;
  readonly token?: TokenTable;
  readonly errors: ErrorTable;
}
