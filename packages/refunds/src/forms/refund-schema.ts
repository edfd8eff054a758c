/** Refund requests as a Standard Schema (https://standardschema.dev), which form libraries and tools take. */
import { isRefundError } from "@refunds/core";
import type { Account, RequestOf } from "../account.ts";
import { refuse } from "../refuse.ts";

/** One thing that is wrong with a request. */
export interface SchemaIssue {
  /** What is wrong, and what is expected: the client's own words. */
  readonly message: string;
  /** The field, such as `["amount", "value"]`. Of fields of which one is needed, what they have in common. */
  readonly path: readonly string[];
}

/** The request as it would be sent, or what is wrong with it. */
export type SchemaResult<Request> =
  | { readonly value: Request; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** A `StandardSchemaV1` of the package `@standard-schema/spec`, which is types only. */
export interface RefundSchema<Request> {
  /** The interface of Standard Schema. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "refunds";
    /** Checks a request as `refund()` does. Sends nothing. */
    readonly validate: (value: unknown) => SchemaResult<Request>;
    /** For the compiler only. */
    readonly types?: { readonly input: Request; readonly output: Request } | undefined;
  };
}

/**
 * The refund request of an account as a Standard Schema: what the client's own `check()` says.
 * @throws {RefundError} `invalid_request` if the account is not a client
 */
export function refundSchema<A extends Account>(account: A): RefundSchema<RequestOf<A>> {
  if (typeof account?.check !== "function") {
    return refuse("invalid_request", "account", "must be a client, such as stripe(options)");
  }
  return {
    "~standard": {
      version: 1,
      vendor: "refunds",
      validate(value) {
        try {
          const { request } = account.check(value as never);
          return { value: request as RequestOf<A> };
        } catch (error) {
          if (!isRefundError(error)) throw error;
          return { issues: error.problems.map(issueOf) };
        }
      },
    },
  };
}

function issueOf({ field, message }: { field: string; message: string }): SchemaIssue {
  const [first = [], ...others] = field.split(" or ").map((name) => name.split("."));
  if (others.length > 0) return { message: `${field} ${message}`, path: first.slice(0, -1) };
  return { message, path: field === "request" ? [] : first };
}
