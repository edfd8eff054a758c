/** Where requests go and what proves who sends them, as OpenAPI and the vocabulary write it. */
import type { Environment } from "../core-types.ts";

export interface RawServer {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, RawVariable>>;
  readonly "x-environment": Environment;
}

interface RawVariable {
  readonly default: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly "x-setting"?: string;
}

export interface RawSecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
  readonly "x-credential": string | RawBasic;
  readonly "x-prefix"?: string;
  /** Of `oauth2`. */
  readonly flows?: Readonly<Record<string, { readonly tokenUrl?: string }>>;
}

/** The credentials of HTTP Basic, by name. The password's may be empty. */
interface RawBasic {
  readonly username: string;
  readonly password: string;
}
