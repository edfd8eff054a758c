/** An openapi-fetch client for one provider's own operations: authenticated, signed and sent once. */
import createClient, { type Client } from "openapi-fetch";
import { isDocumentedEmpty } from "../answer/read-richly.ts";
import type { SendResult } from "../answer/send-result.ts";
import { RefundError } from "../errors.ts";
import { connect } from "../exchange/connection.ts";
import type { Features } from "../features.ts";
import { readJson } from "../json/json.ts";
import { problemAt } from "../request/request.ts";
import { isObject, type Problem } from "../request/value-check.ts";
import type { OperationTable, ProviderTable } from "../table.ts";
import { copyJson } from "./plain-json.ts";
import { ownPathNames, readRawRequest, withAdded } from "./request-parts.ts";
import { SendError } from "./send-error.ts";

/**
 * Turns open enums, `"a" | (string & {})`, into `string`, because openapi-fetch 0.17 takes the second half for an object
 * (openapi-ts/openapi-typescript#2620).
 */
type WithPlainTexts<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends readonly (infer Item)[]
    ? WithPlainTexts<Item>[]
    : T extends object
      ? { [Name in keyof T]: WithPlainTexts<T[Name]> }
      : T;

/** openapi-fetch's `Client` of a provider's own operations. */
export type FetchClient<Paths extends object> = Client<WithPlainTexts<Paths>>;

/** Makes the factory of a provider's openapi-fetch client from its table. */
export const defineFetchClient =
  <Options, Paths extends object>(table: ProviderTable, features: Features = {}) =>
  (options: Options): FetchClient<Paths> => {
    const { provider, refund, query } = table;
    const connection = connect(table, features, options);
    const { baseUrl } = connection.settings;
    // OpenAPI: paths without placeholders match first.
    const operations = [refund, ...(query ? [query] : [])].sort(
      (one, other) => one.path.split("{").length - other.path.split("{").length,
    );
    const refuse = refuser(provider);
    const fixed = {
      baseUrl,
      fetch: sender(provider, operations, connection, features),
      pathSerializer: pathWriter(ownPathNames(operations), refuse),
    };
    const client = createClient<WithPlainTexts<Paths>>({
      ...fixed,
      // Always JSON here. The last step writes the documented media type.
      bodySerializer(body) {
        const problems: Problem[] = [];
        const copy = copyJson(body, "body", (field, message) => problems.push({ field, message }));
        refuse(problems);
        return JSON.stringify(copy);
      },
    });
    client.use({
      onRequest({ schemaPath, params, options }) {
        // Replacing one would send the request unsigned, more than once, or to another host.
        refuse(
          Object.entries(fixed)
            .filter(([name, value]) => options[name as keyof typeof fixed] !== value)
            .map(([field]) => ({ field, message: "cannot be replaced for one call" })),
        );
        fixed.pathSerializer(schemaPath, params.path);
      },
    });
    return client;
  };

/** Throws if there are problems. */
type Refuse = (problems: readonly Problem[]) => void;

const refuser =
  (provider: string): Refuse =>
  (problems) => {
    if (problems.length > 0) throw new RefundError("invalid_request", provider, problems);
  };

/** Sends a request. It runs after every middleware, so that what is signed is what is sent. */
const sender =
  (
    provider: string,
    operations: readonly OperationTable[],
    connection: ReturnType<typeof connect>,
    features: Features,
  ) =>
  async (request: Request): Promise<Response> => {
    const asked = await readRawRequest(operations, connection.settings.baseUrl, request);
    if (!asked) {
      const known = operations
        .map(({ method, path, fragment = "" }) => `${method} ${path}${fragment}`)
        .join(" or ");
      const problem = { field: "path", message: `must be ${known}` };
      throw new RefundError("invalid_request", provider, [problem]);
    }
    const call = connection.read(asked.problems, { signal: request.signal });
    const result = await connection.perform(asked.operation, call, (known) =>
      withAdded(asked, known, features),
    );
    return answerOf(provider, asked.operation, result);
  };

/** Fills the placeholders of a path, except those that the client fills itself. */
const pathWriter =
  (own: readonly string[], refuse: Refuse) =>
  (url: string, given: Readonly<Record<string, unknown>> = {}): string =>
    url.replace(/\{([^}]+)\}/g, (placeholder, name) => {
      const value = given[name] ?? (own.includes(name) ? placeholder : "");
      const field = `path.${name}`;
      const message = problemAt(field, value);
      if (message) refuse([{ field, message }]);
      return encodeURIComponent(String(value));
    });

/** @throws {SendError} if there is no answer, or it cannot be read */
function answerOf(provider: string, operation: OperationTable, result: SendResult): Response {
  if (result.status === "declined") {
    // Only the answer to the token call is judged here, so the token was refused.
    const { reason, code, message = "" } = result;
    throw new SendError(provider, {
      status: "not_sent",
      because: "token_unavailable",
      message: `The access token was refused (${reason}), so nothing else was sent. ${message}`,
      cause: { name: "TokenError", message, ...(code !== undefined && { code }) },
    });
  }
  if (result.status !== "answered") throw new SendError(provider, result);
  const { raw, headers, mask = String } = result;
  const { status, body } = raw;
  const unknown = (because: "redirected" | "unreadable_answer", what: string) =>
    new SendError(provider, {
      status: "unknown",
      because,
      message: `The answer (HTTP ${status}) ${what}.`,
      raw,
    });
  if (status === 0 || (status >= 300 && status < 400)) throw unknown("redirected", "is a redirect");
  const retryAfter = headers.get("retry-after");
  const shown = new Headers(retryAfter ? { "retry-after": retryAfter } : {});
  for (const name of operation.headers ?? []) {
    const text = headers.get(name);
    if (text !== null) shown.set(name, mask(text));
  }
  if (isDocumentedEmpty(operation, raw)) {
    shown.set("content-length", "0");
    return new Response(null, { status, headers: shown });
  }
  // openapi-fetch would lose the text of an answer that is not JSON, and take an empty one for a success.
  const { problem, value } = readJson(body);
  const isList =
    Array.isArray(value) &&
    operation.answer.some(({ "": whole }) => whole && "type" in whole && whole.type === "array");
  if (!isObject(value) && !isList) {
    throw unknown("unreadable_answer", problem ?? "is not a JSON object");
  }
  if (status < 200 || status > 599 || status === 204 || status === 205) {
    throw unknown("unreadable_answer", "has a body that its status does not allow");
  }
  shown.set("content-type", headers.get("content-type") ?? "application/json");
  return new Response(body, { status, headers: shown });
}
