/** OpenAPI 3.1 and the x- vocabulary as they are written: only what the generator reads. Everything else here is in our words. */
import type { Environment, Reason } from "../core-types.ts";
import type { RawSecurityScheme, RawServer } from "./raw-access.ts";
import type { RawFind, RawIdempotency, RawProof, RawRefunded } from "./raw-evidence.ts";
import type { RawNotificationOperation } from "./raw-notification.ts";
import type { RawSchema } from "./raw-schema.ts";
import type { RawSign, RawVerify } from "./raw-signatures.ts";

export type { RawSchema } from "./raw-schema.ts";
export type { RawSign, RawTime, RawVerify } from "./raw-signatures.ts";

export interface OpenApi {
  readonly info: {
    readonly title: string;
    readonly summary?: string;
    readonly description?: string;
  };
  readonly servers: readonly RawServer[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, RawPathItem>>;
  readonly webhooks?: Readonly<Record<string, { readonly post: RawNotificationOperation }>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, RawSchema>>;
    readonly securitySchemes?: Readonly<Record<string, RawSecurityScheme>>;
  };
  readonly "x-provider": {
    readonly title: string;
    readonly documentation: string;
    readonly version?: string;
    readonly read: string;
  };
  readonly "x-sources": Readonly<Record<string, RawSource>>;
  readonly "x-assumptions"?: readonly RawAssumption[];
  readonly "x-credentials": readonly Readonly<Record<string, RawCredential>>[];
  readonly "x-settings"?: Readonly<Record<string, RawSetting>>;
  readonly "x-errors": {
    readonly code?: string | readonly string[];
    readonly message?: string | readonly string[];
    readonly list: readonly RawError[];
  };
  readonly "x-sandbox": RawSandbox;
}

interface RawSource {
  readonly grade: "documentation" | "provider-code" | "third-party";
  readonly title: string;
  readonly url?: string;
}

interface RawAssumption {
  readonly about: string;
  readonly found: string;
  readonly assumed: string;
}

interface RawCredential {
  readonly description: string;
  readonly secret: boolean;
  readonly schema: RawSchema;
  readonly optional?: true;
  readonly rotates?: true;
  readonly environments?: Readonly<Partial<Record<Environment, string>>>;
}

interface RawSetting {
  readonly description: string;
  readonly schema: RawSchema;
  readonly optional?: true;
}

export interface RawError {
  readonly code?: string;
  /** Where the code stands, if it is not the first place of `x-errors.code`. */
  readonly at?: string;
  readonly matchMessage?: true | "starts" | "contains";
  readonly text: string;
  readonly reason: Reason;
  readonly money: "none" | "unknown";
  readonly repeat?: true;
  readonly "x-assumption"?: string;
  readonly "x-contradiction"?: string;
}

interface RawSandbox {
  readonly credentials: Readonly<Record<string, string | number>>;
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly payments: readonly {
    readonly payment: Readonly<Record<string, string | number>>;
    readonly amount: { readonly value: number; readonly currency: string };
    readonly always?: string;
  }[];
  readonly states?: {
    readonly paid: string;
    readonly partly_refunded?: string;
    readonly refunded: string;
    readonly refund_pending?: string;
  };
  readonly refundStates?: {
    readonly refunded: string;
    readonly pending?: string;
    readonly failed?: string;
  };
  readonly answers: Readonly<Record<string, RawSimulatedAnswer>>;
  /** By what they prove. */
  readonly notifications?: Readonly<Record<string, Pick<RawSimulatedAnswer, "headers" | "body">>>;
}

export interface RawSimulatedAnswer {
  readonly http?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | readonly unknown[];
}

export interface RawPathItem {
  readonly parameters?: readonly (RawParameter | Ref)[];
  readonly [method: string]: unknown;
}

export interface Ref {
  readonly $ref: string;
}

export interface RawParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: RawSchema;
}

export interface RawBody {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, RawMedia>>;
}

export interface RawResponse extends RawBody {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, RawParameter>>;
}

export interface RawMedia {
  readonly schema?: RawSchema;
  readonly encoding?: Readonly<Record<string, RawEncoding>>;
  readonly examples?: Readonly<Record<string, RawExample>>;
}

/** How a form writes one field. */
interface RawEncoding {
  readonly style?: string;
  readonly explode?: boolean;
  /** Lists are written by index, which OpenAPI leaves open. */
  readonly "x-lists"?: "index";
}

interface RawExample {
  readonly summary?: string;
  readonly value: unknown;
  readonly "x-given"?: RawGiven;
  readonly "x-expect"?: RawExpect;
}

export interface RawGiven {
  readonly payment?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export interface RawExpect {
  readonly status: string;
  readonly reason?: string;
  readonly code?: string;
  readonly refundId?: string;
  readonly key?: string;
  readonly confirm?: boolean;
}

export interface RawRule {
  readonly when: Readonly<Record<string, Scalar | readonly Scalar[] | RawPresence>>;
  readonly means: string;
  readonly reason?: Reason;
  readonly repeat?: true | "new-token";
}

/** Whether something is in the answer. */
interface RawPresence {
  readonly present: boolean;
}

type Scalar = string | number | boolean;

/** What `x-refund`, `x-query` and `x-token` say. */
export interface RawVocabulary {
  readonly send: Readonly<Record<string, string>>;
  readonly exactlyOne?: readonly (readonly string[])[];
  readonly sign?: RawSign;
  readonly verify?: RawVerify;
  readonly outcomes: readonly RawRule[];
}

export interface RawRefund extends RawVocabulary {
  readonly known?: Readonly<
    Record<string, { readonly description: string; readonly schema: RawSchema }>
  >;
  readonly identifiedBy: readonly (readonly string[])[];
  readonly currencies?:
    | { readonly codes: readonly string[] }
    | { readonly exponent: number }
    | { readonly except: readonly string[] };
  readonly partial: boolean;
  readonly repeated: boolean;
  readonly echo: Readonly<Record<string, string>>;
  readonly refundId?: string;
  readonly idempotency?: RawIdempotency;
}

export interface RawQuery extends RawVocabulary {
  readonly echo?: Readonly<Record<string, string>>;
  readonly about?: "refund";
  readonly find?: RawFind;
  readonly refunded?: RawRefunded;
  readonly evidence?: readonly RawProof[];
}

export interface RawToken extends RawVocabulary {
  readonly gives: string;
  readonly token: string;
  readonly expires: {
    readonly at: string;
    readonly format: "unix-milliseconds" | "iso-8601" | "seconds-from-now";
  };
}

export interface RawOperation {
  readonly operationId: "refund" | "query" | "token";
  readonly summary: string;
  readonly description?: string;
  readonly security?: OpenApi["security"];
  readonly servers?: readonly RawServer[];
  readonly parameters?: readonly (RawParameter | Ref)[];
  readonly requestBody?: RawBody;
  readonly responses: Readonly<Record<string, RawResponse>>;
  readonly "x-refund"?: RawRefund;
  readonly "x-query"?: RawQuery;
  readonly "x-token"?: RawToken;
}
