/** The form of `specs/vectors/<provider>.json`: the wire as a provider's page shows it, written by hand. */
export interface Vectors {
  /** The one word that names the provider everywhere. */
  readonly provider: string;
  /** The page that the vectors are from. */
  readonly page: string;
  readonly note: string;
  /** The refund as openapi-fetch calls it; without it the provider's own API is not run. */
  readonly operation?: {
    /** As OpenAPI writes it, with `{name}` for what is in a URL's path. */
    readonly path: string;
    /** The headers that a caller gives, in lower case; the client adds the others. */
    readonly headers?: readonly string[];
  };
  /**
   * Options of the client, `environment: "live"` where there is no test system. `$rsa` stands for the PEM of an RSA-2048
   * private key made for the run, `$rsaPublic` for its public half.
   */
  readonly credentials: Readonly<Record<string, string | number>>;
  /** What would be new in each request. A vector of a signature needs it. */
  readonly fixed?: {
    /** When the requests leave: an ISO 8601 moment. */
    readonly now?: string;
    /** The random UUID of every request. */
    readonly uuid?: string;
    /** The random bytes of every request, from the first on, over and over. */
    readonly bytes?: readonly number[];
  };
  readonly requests: readonly RequestVector[];
  readonly answers: readonly AnswerVector[];
}

/** A refund asked for, and the request that must reach the provider. */
export interface RequestVector {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly method: string;
    readonly url: string;
    /** Every header, by lower-case name. `accept` only where it is not `application/json`. */
    readonly headers: Readonly<Record<string, string>>;
    /**
     * The exact body as text; empty where there is none. Here or in a header, `$signature` stands for a Base64 signature by
     * the run's key (SHA256withRSA, PKCS#1 v1.5).
     */
    readonly body: string;
    /** The text that is signed. Default: the body's member `request`. */
    readonly signs?: string;
  };
}

/** A refund asked for, the answer it meets, and the outcome the caller must get. */
export interface AnswerVector {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly http: number;
  /** Default: `content-type: application/json`. `$signature` stands for a signature by the run's key over `signs`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signs?: string;
  readonly body: string;
  readonly expect: ExpectedOutcome;
}

/** What a vector says of an outcome; what it does not name is not compared. */
interface ExpectedOutcome {
  readonly status: string;
  readonly reason?: string;
  readonly code?: string;
  readonly message?: string;
  readonly refundId?: string;
  readonly because?: string;
  /** The fields of the request that the answer contradicts. */
  readonly contradictions?: readonly string[];
}

/** A client as the runner needs it: any provider's. */
interface VectorClient {
  refund(request: never): Promise<object>;
}

export type VectorFactory = (options: never) => VectorClient;

/** An openapi-fetch client as the runner needs it: any provider's. */
interface VectorFetchClient {
  request(
    method: never,
    path: never,
    init: never,
  ): Promise<{ data?: unknown; error?: unknown; response: Response }>;
}

export type VectorFetchFactory = (options: never) => VectorFetchClient;

/** How one vector fared. */
export interface VectorResult {
  readonly name: string;
  readonly kind: "file" | "request" | "answer";
  /** What differs, each in a sentence; the vector holds where there is none. */
  readonly problems: readonly string[];
  /** What was signed, where the vector expects a signature, so that it can be verified by other means. */
  readonly signed?: Signed;
}

export interface Signed {
  readonly text: string;
  /** Base64. */
  readonly signature: string;
  /** SPKI in PEM. */
  readonly publicKey: string;
}
