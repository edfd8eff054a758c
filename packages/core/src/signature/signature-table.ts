/** The data tables of signatures: what is signed, how, and where the signature stands. */
import type { Place, TimeFormat, TimePattern } from "../table.ts";

/**
 * A step that bytes or text go through, such as `hex`, `base64`, `upper`. `der` writes an ECDSA signature as ASN.1; `url` is
 * percent-encoding by RFC 3986, and `url-form` that of forms.
 */
export type TextStep =
  | "base64"
  | "base64url"
  | "der"
  | "hex"
  | "lower"
  | "upper"
  | "url"
  | "url-form"
  | { readonly replace: Readonly<Record<string, string>> };

/**
 * A part of a signed text. As a string: `method`, `path` (as the server sees it, with the query), `pathname` (without the
 * query), `operationPath` (without the path of the base URL), `query`, `host`, `body` (the exact bytes), `timestamp`, `nonce`,
 * `credentials.<name>`, `parts.<name>`, or a `Place`.
 */
export type SignedPart =
  | string
  | { readonly text: string }
  | {
      readonly digest: SignedPart;
      readonly algorithm: string;
      readonly encoding: TextStep | readonly TextStep[];
    }
  | FieldsPart
  | SignedText;

/** The fields of a body (its first level), of the query or of the headers, in one text. */
export interface FieldsPart {
  readonly fields: "body" | "query" | "headers";
  /**
   * `code`: by character code, `fold`: the same in lower case, `first-level`: by the name before `[`, and what has the same as
   * it is sent. Absent: as they are sent.
   */
  readonly sort?: "code" | "fold" | "first-level";
  readonly except?: readonly string[];
  /** The beginning of the names, in any letter case. */
  readonly startingWith?: string;
  /** Leaves out fields whose value is empty. */
  readonly skipEmpty?: true;
  /** What stands between a name and its value. Absent: values without their names. */
  readonly pair?: string;
  readonly join?: string;
  /** What each value goes through. */
  readonly values?: readonly TextStep[];
}

/** Parts in order. */
export interface SignedText {
  readonly over: readonly SignedPart[];
  /** The separator of the parts; by default there is none. */
  readonly join?: string;
  /** What follows the last part. */
  readonly end?: string;
  /** What the whole text goes through. */
  readonly change?: readonly TextStep[];
}

/** A nonce of this many letters and digits. */
export interface NonceForm {
  readonly length: number;
}

/** How a key is used. */
export interface KeyUse {
  /**
   * `HMAC-`, `RSASSA-PKCS1-v1_5-`, `RSA-PSS-` or `ECDSA-P-256-` with a hash such as `SHA-256`; `Ed25519`; or without a key:
   * the hash alone, or `MD5`.
   */
  readonly algorithm: string;
  /** The credential: a PEM key, or the shared secret of an HMAC. Absent for digests. */
  readonly key?: string;
  /** The modulus length an RSA key must have. */
  readonly bits?: number;
  /** How the text of a shared secret holds its bytes. Absent: it is the bytes of the text. */
  readonly keyEncoding?: "base64" | "hex";
}

/** A signature over parts of the request. */
export interface SignatureTable extends KeyUse, SignedText {
  readonly encoding: TextStep | readonly TextStep[];
  readonly to: Place;
  /** What is written there: a text with `{signature}`, `{timestamp}`, `{nonce}` and other parts. */
  readonly as?: string;
  /** Parts with a name, for `as` and `also`. */
  readonly parts?: Readonly<Record<string, SignedPart>>;
  /** Other places that are filled before the text is signed, each with a text as in `as`. */
  readonly also?: Readonly<Record<Place, string>>;
  /** How a timestamp without a place of its own is written. */
  readonly timestamp?: TimeFormat | TimePattern;
  /** How a nonce without a place of its own is written. Default: a UUID. */
  readonly nonce?: NonceForm;
}

/** A part that is cut out of a longer text: the first group of the pattern. */
export interface CutPart {
  /** `header.<name>` or `body#/<name>`. */
  readonly in: string;
  readonly pattern: string;
}

/**
 * How the provider signs an answer or a notification. Parts are read from it; for an answer, `method`, `path` and the like are
 * the request's.
 */
export interface VerifyTable extends KeyUse, SignedText {
  readonly encoding: TextStep | readonly TextStep[];
  /** Where the signature stands: `header.<name>` or `body#/<name>`. */
  readonly from: string;
  /**
   * Finds the signature in a longer text: its first group. If it occurs several times, one signature that fits is enough:
   * while a key is replaced, a provider signs with the old and the new one.
   */
  readonly pattern?: string;
  /** Parts with a name, for `over` and `within`. */
  readonly parts?: Readonly<Record<string, CutPart>>;
  /** When the answer was signed, and how long ago that may be. */
  readonly within?: {
    readonly at: string;
    readonly seconds: number;
    readonly format: TimeFormat;
  };
  /** Where the answer names the key, and the credential that must stand there. */
  readonly keyId?: { readonly at: string; readonly is: string };
  /** The statuses of answers that are not signed. */
  readonly unless?: { readonly http: readonly string[] };
}
