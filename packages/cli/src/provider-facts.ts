/** What the command line knows of a provider. The generator writes it from `specs/<provider>.yaml` to `src/generated/`. */

/** One value that the caller gives. */
export interface FieldFacts {
  readonly name: string;
  readonly description: string;
  /** The types that it can have in a request. `json`: an object or a list. */
  readonly types: readonly string[];
  readonly optional?: true;
  /** It must never be shown. */
  readonly secret?: true;
  /** A value that the sandbox accepts. */
  readonly sample?: string | number | boolean;
}

export interface FieldGroupFacts {
  readonly fields: readonly FieldFacts[];
  /** Groups of names of which the caller gives exactly one each. */
  readonly exactlyOne: readonly (readonly string[])[];
}

export interface ProviderFacts {
  /** The provider's one-word name. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** URL of the provider's documentation of refunds. */
  readonly documentation: string;
  /** The base URL of each environment. */
  readonly servers: Readonly<Partial<Record<"live" | "test", string>>>;
  /** The ways to say who is calling, each with the options that it needs. */
  readonly credentials: readonly (readonly FieldFacts[])[];
  /** Other options of the account. */
  readonly settings: readonly FieldFacts[];
  readonly payment: FieldGroupFacts;
  /** Absent for a provider that refunds only the whole payment. */
  readonly amount?: {
    /** Without an amount, everything that remains is refunded. */
    readonly optional: boolean;
    readonly currencies?: readonly string[];
    readonly exponent?: number;
    readonly except?: readonly string[];
  };
  readonly reason?: FieldFacts;
  readonly sendsKey?: true;
  readonly extra?: FieldGroupFacts;
  readonly partial: boolean;
  readonly repeated: boolean;
  /** What a query asks by. Absent for a provider without one. */
  readonly query?: {
    readonly payment: boolean;
    readonly refund: boolean;
    readonly key: boolean;
    readonly extra?: true;
  };
}
