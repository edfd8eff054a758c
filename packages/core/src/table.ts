/**
 * The data table one provider is: everything core needs to know about it, and nothing core does.
 * The generator writes a table from `specs/<provider>.yaml`; core interprets it. No table holds behaviour.
 */
import type { Reason } from "./outcome.ts";
import type { Schema } from "./request/value-check.ts";

/** `live` moves money, `test` is the provider's own test system. */
export type Environment = "live" | "test";

/**
 * Where a value stands in a request: `body#/json/pointer`, `path.name`, `query.name` or `header.name`.
 * A body pointer may lead through a field that holds JSON as text (`OperationTable.jsonText`).
 */
export type Place = string;

/** An RFC 6901 JSON Pointer into an answer's body. */
export type Pointer = string;

/**
 * Which value is sent: `payment.<id>`, `amount`, `currency`, `reason`, `key` (the caller's own id of the refund),
 * `extra.<field>` (a field only this provider has), `credentials.<name>`, `timestamp`, `nonce`, or `const`.
 */
export type Source = string;

/**
 * What one kind of documented answer has for certain: pointer to JSON types (`string`, `integer|string`), to `=` and the
 * one JSON value it must be (`="SUCCESS"`), or to `!` and the one of its type that it must not be.
 */
export type Shape = Readonly<Record<Pointer, string>>;

/** How a provider writes an amount. */
export interface MoneyFormat {
  /** `minor`: whole minor units (cents); `major`: decimal units (dollars). */
  readonly unit: "minor" | "major";
  /** The JSON type on the wire; `string` in major units always has all decimals of the currency. */
  readonly as: "string" | "integer" | "number";
  /** How many decimals the provider's minor unit has, where that is not the currency's own ISO 4217 exponent. */
  readonly exponent?: number;
}

/** How a provider writes a moment. */
export type TimeFormat = "unix-seconds" | "unix-milliseconds" | "iso-8601";

/** One value on its way into the request. Placements are applied in order: that order is the order of the bytes. */
export interface Placement {
  readonly from: Source;
  readonly to: Place;
  /** What the value must satisfy before anything is sent. */
  readonly schema: Schema;
  /** The caller may leave it out; then nothing is sent for it. */
  readonly optional?: true;
  /** Text put before the value, such as `Bearer `. */
  readonly prefix?: string;
  readonly money?: MoneyFormat;
  readonly time?: TimeFormat;
}

/** A signature over parts of the request. */
export interface SignatureTable {
  readonly algorithm: "RSASSA-PKCS1-v1_5-SHA-256" | "HMAC-SHA-256";
  /** The credential that signs: a PEM private key for RSA, the shared secret for HMAC. */
  readonly key: string;
  /** The modulus length an RSA key must have. */
  readonly bits?: number;
  /** What is signed, in order: `method`, `path` (with the query), `body` (the exact bytes sent), or a `Place`. */
  readonly over: readonly string[];
  /** Between the parts; nothing where left out. */
  readonly join?: string;
  readonly encoding: "base64" | "hex";
  readonly to: Place;
}

/** One HTTP call of a provider. */
export interface OperationTable {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{name}` for path parameters. */
  readonly path: string;
  /** How the body is written; absent where there is none. */
  readonly media?: "json" | "form";
  readonly send: readonly Placement[];
  /** Groups of sources of which the caller gives exactly one each. */
  readonly exactlyOne?: readonly (readonly Source[])[];
  /** Body pointers whose value travels as JSON text inside a string. */
  readonly jsonText?: readonly Pointer[];
  readonly sign?: SignatureTable;
  /** What an answer must have to be trusted: all of any one of these. */
  readonly answer: readonly Shape[];
}

/**
 * A documented condition and what it means. `when` maps pointers into the answer (or `http` for the HTTP status)
 * to the documented value or values; all must hold. Values are compared as text, so 32 and "32" are the same.
 */
export interface Rule<Meaning extends string> {
  readonly when: Readonly<Record<Pointer, string | readonly string[]>>;
  /** `by_code`: the error table decides. */
  readonly means: Meaning | "declined" | "by_code" | "unknown";
  /** The reason of a decline whose error code says nothing more. */
  readonly reason?: Reason;
  /** The same request is worth sending again. Only where it moved no money. */
  readonly repeat?: true;
}

/** A value of the request that a documented field of the answer repeats. */
export interface Echo {
  readonly of: Source;
  readonly at: Pointer;
  readonly money?: MoneyFormat;
}

export interface RefundTable extends OperationTable {
  /** The ways in which a request can name its payment: the identifiers of any one are enough. The others only accompany them. */
  readonly identifiedBy: readonly (readonly Source[])[];
  /** First match wins; no match is `unknown`. */
  readonly outcomes: readonly Rule<"succeeded" | "pending">[];
  readonly echo: readonly Echo[];
  /** Where the provider's own id of the refund stands. */
  readonly refundId?: Pointer;
  /** Which currencies can be refunded, by code with their decimals, or by decimals; absent: every ISO 4217 currency. */
  readonly currencies?:
    | { readonly codes: Readonly<Record<string, number>> }
    | { readonly exponent: number };
}

export interface QueryTable extends OperationTable {
  readonly outcomes: readonly Rule<"found">[];
}

/**
 * How much of the payment has been refunded, by an answer to a query. Amounts are read as `money` says, in the currency of
 * the refund's amount, or the one that stands at `currency`.
 */
export interface RefundedTable {
  /** The refunded total; with `less`, the whole payment. */
  readonly at: Pointer;
  /** What is left of the payment: the total is what stands at `at` less this. */
  readonly less?: Pointer;
  /** The whole payment: what a refund that names no amount asks for. */
  readonly all?: Pointer;
  readonly currency?: Pointer;
  readonly money: MoneyFormat;
  /** The total counts every refund of the payment. Without it, it can be read only where the payment has one refund. */
  readonly cumulative?: true;
}

/**
 * A documented condition of an answer to a query, and what it proves about one refund of the payment. `when` is that of a
 * `Rule`; its `refunded` is `this` (the total is what it is with this refund, and is not without it), `none` (the total is
 * what it is without it) or `other` (neither).
 */
interface EvidenceRule {
  readonly when: Readonly<Record<Pointer, string | readonly string[]>>;
  /** `declined`: it did not happen and will not. */
  readonly proves: "succeeded" | "pending" | "declined";
  /** The reason of `declined`. */
  readonly reason?: Reason;
  /** Proves it only so many seconds after the request can last have left: until then it may still be at work. */
  readonly after?: number;
}

/** What an answer to a query proves about a refund whose outcome is not certain. */
export interface EvidenceTable {
  /** An answer that repeats another value than the refund's is about something else, and proves nothing. */
  readonly echo: readonly Echo[];
  /** How much of the payment has been refunded. Absent where the answer does not say it. */
  readonly refunded?: RefundedTable;
  /** First match wins; no match proves nothing. */
  readonly rules: readonly EvidenceRule[];
}

/** The call that exchanges long-lived credentials for a short-lived one. */
export interface TokenTable extends OperationTable {
  readonly outcomes: readonly Rule<"issued">[];
  /** The credential it yields, by the name the other operations send it under. */
  readonly gives: string;
  readonly token: Pointer;
  readonly expires: { readonly at: Pointer; readonly format: TimeFormat | "seconds-from-now" };
}

/** Documented errors of one meaning: matched by code, by message (any letter case), or by both. */
export interface ErrorEntry {
  readonly codes?: readonly string[];
  readonly message?: string;
  /** `unspecified` where left out. */
  readonly reason?: Reason;
  /** The refund may have happened. Left out: it did not and will not. */
  readonly money?: "unknown";
  /** The same request is worth sending again. Only where it moved no money. */
  readonly repeat?: true;
}

export interface ErrorTable {
  readonly code?: Pointer;
  readonly message?: Pointer;
  /** First match wins. */
  readonly list: readonly ErrorEntry[];
}

/** One way to prove who is calling: credential names and what each must satisfy. */
export type CredentialSet = Readonly<
  Record<string, { readonly secret?: true; readonly schema: Schema }>
>;

export interface ProviderTable {
  /** The one word that names the provider everywhere. */
  readonly provider: string;
  readonly servers: Readonly<Partial<Record<Environment, string>>>;
  /** Alternatives; the caller's options must satisfy exactly one. */
  readonly credentials: readonly CredentialSet[];
  readonly refund: RefundTable;
  readonly query?: QueryTable;
  readonly token?: TokenTable;
  readonly errors: ErrorTable;
}
