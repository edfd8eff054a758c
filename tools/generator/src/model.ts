/** A provider in our words: what the printers see. Nothing here knows OpenAPI. */
import type {
  EvidenceTable,
  NotificationTable,
  ProviderTable,
  SimulatorTable,
} from "./core-types.ts";

export interface Provider {
  /** `specs/<name>.yaml`. */
  readonly spec: string;
  /** One word, everywhere. */
  readonly name: string;
  /** The prefix of its types. */
  readonly prefix: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly documentation: string;
  readonly read: string;
  readonly version?: string;
  readonly sources: readonly Source[];
  readonly assumptions: readonly {
    readonly about: string;
    readonly found: string;
    readonly assumed: string;
  }[];
  /** Contradictions and assumptions written at single fields. */
  readonly notes: readonly Note[];
  readonly credentials: readonly (readonly FieldDoc[])[];
  /** Options next to the credentials. */
  readonly settings: readonly FieldDoc[];
  /** The refund's request. */
  readonly payment: FieldGroup;
  readonly amount?: AmountDoc;
  readonly reason?: FieldDoc;
  readonly key?: FieldDoc;
  readonly extra?: FieldGroup;
  readonly query?: {
    readonly payment: FieldGroup;
    /** `refund.id`, of a query about one refund. */
    readonly refund: readonly FieldDoc[];
    /** Whether the query asks by the caller's own id of the refund. */
    readonly key: boolean;
    readonly extra?: FieldGroup;
    readonly summary: string;
  };
  readonly refundSummary: string;
  readonly refundDescription: string;
  readonly errors: readonly ErrorDoc[];
  /** Wire operations a caller can reach. */
  readonly wire: readonly WireOperation[];
  readonly partial: boolean;
  readonly repeated: boolean;
  readonly examples: readonly Example[];
  readonly table: ProviderTable;
  /** Absent where no answer to a query, or to the same request sent again, proves anything. */
  readonly evidence?: EvidenceTable;
  /** Absent where the provider documents no notification about refunds. */
  readonly notification?: NotificationTable;
  readonly notificationSummary?: string;
  readonly simulator: SimulatorTable;
  /** The document, for the printer of its types. */
  readonly document: object;
}

interface Source {
  readonly title: string;
  readonly grade: "documentation" | "provider-code" | "third-party";
  readonly url?: string;
}

export interface Note {
  readonly kind: "assumption" | "contradiction";
  /** The field or word it is about. */
  readonly about: string;
  readonly text: string;
}

export interface FieldDoc {
  readonly name: string;
  readonly description: string;
  /** As TypeScript. */
  readonly type: string;
  /** In words, for an object or a list. */
  readonly kind?: string;
  readonly optional: boolean;
  readonly secret?: boolean;
  /** A value for documentation. */
  readonly sample?: unknown;
}

export interface FieldGroup {
  readonly fields: readonly FieldDoc[];
  /** Groups of names of which the caller gives exactly one each. */
  readonly exactlyOne: readonly (readonly string[])[];
}

export interface AmountDoc {
  readonly optional: boolean;
  readonly description: string;
  /** The codes it is limited to. */
  readonly currencies?: readonly string[];
  /** The number of decimals it is limited to. */
  readonly exponent?: number;
  /** The codes that cannot be refunded. */
  readonly except?: readonly string[];
}

interface ErrorDoc {
  readonly code?: string;
  readonly text: string;
  readonly reason: string;
  readonly money: "none" | "unknown";
  readonly byMessage: boolean;
}

export interface WireOperation {
  readonly name: "refund" | "query";
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** Types of its parts, as TypeScript over `operations` of schema.ts. */
  readonly parts: readonly {
    readonly name: "path" | "query" | "headers" | "body";
    readonly type: string;
    readonly optional: boolean;
  }[];
  /** The media type of the body, where it has one. */
  readonly media?: string;
  /** By status, as property names and types over `operations` of schema.ts. */
  readonly responses: readonly { readonly status: string; readonly type: string }[];
  /** The alternatives of the answer that are good news. */
  readonly success: string;
}

/** One documented example, as something that can be run. */
export interface Example {
  readonly name: string;
  readonly summary: string;
  readonly operation: "refund" | "query" | "token";
  readonly given: Readonly<Record<string, unknown>>;
  /** What to make the client of. A key in PEM is made by the test. */
  readonly credentials: Readonly<Record<string, string | number>>;
  readonly keys: readonly {
    readonly name: string;
    readonly kind: "rsa" | "ec" | "ed25519";
    readonly isPublic: boolean;
    readonly bits: number;
  }[];
  /** The request as documented, for an example of one. */
  readonly request?: {
    readonly method: string;
    readonly url: string;
    readonly media: "json" | "form";
    readonly body: unknown;
    /** Fields of the body that differ each time (signatures), as pointers. */
    readonly unstable: readonly string[];
  };
  /** The answer as documented, for an example of one. */
  readonly answer?: {
    readonly httpStatus: number;
    readonly body: unknown;
    readonly expect: Readonly<Record<string, string>>;
  };
}
