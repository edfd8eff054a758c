/** Signs a text that is composed of parts. A provider's package names the kinds of keys that it needs. */
import { requestUrl } from "../exchange/transport.ts";
import { asText } from "../json/json.ts";
import type { FreshValue } from "../request/fresh.ts";
import { place, placed, type RequestParts, type Values } from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { OperationTable, Place } from "../table.ts";
import { keyring } from "./keyring.ts";
import { bytesOf, type LoadKey, type Signer } from "./sign.ts";
import type { FieldsPart, KeyUse } from "./signature-table.ts";
import { through } from "./steps.ts";
import { type Message, textOf } from "./text.ts";

/** What a package's signatures are made with. */
export interface SigningTools {
  /** Loads the key of the package's algorithms. Absent if it has only digests. */
  readonly load?: LoadKey;
  /** WebCrypto has no MD5. The package loads a library at the first digest. */
  readonly md5?: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** For timestamps and nonces without a place of their own. */
  readonly fresh?: FreshValue;
}

/** The hash of an algorithm: `SHA-256` of `HMAC-SHA-256`. */
export const hashOf = (algorithm: string): string => algorithm.replace(/^.*-(?=SHA-)/, "");

export const digestWith =
  ({ md5 }: SigningTools): Message["digest"] =>
  async (algorithm, bytes) =>
    algorithm === "MD5" && md5
      ? md5(bytes)
      : new Uint8Array(await crypto.subtle.digest(algorithm, bytes));

/** What `crypto.subtle.sign` and `verify` are called with. Each algorithm reads the members that it knows. */
export const usedAs = ({ algorithm: { name } }: CryptoKey, algorithm: string) => ({
  name,
  hash: hashOf(algorithm),
  saltLength: Number(algorithm.slice(-3)) / 8,
});

/** Makes signatures and digests with the key of a client. */
export function maker(tools: SigningTools) {
  const keyOf = tools.load && keyring(tools.load);
  return async (credentials: Values, how: KeyUse) => {
    const key = how.key === undefined ? undefined : await keyOf?.(credentials, how);
    if (key && "field" in key) return key;
    return async (text: string): Promise<Uint8Array> => {
      const bytes = bytesOf(text);
      return key
        ? new Uint8Array(await crypto.subtle.sign(usedAs(key, how.algorithm), key, bytes))
        : digestWith(tools)(how.algorithm, bytes);
    };
  };
}

/** Signs texts that are composed of parts. */
export function composedSigner(tools: SigningTools): Signer {
  const make = maker(tools);
  return async (operation, parts, url, credentials, write) => {
    const { sign: how } = operation;
    if (!how) return undefined;
    const signed = await make(credentials, how);
    if ("field" in signed) return signed;
    const known: Record<string, string> = {
      ...wholes(operation, parts, url),
      body: write(operation, parts) ?? "",
    };
    const { timestamp: time, nonce } = how;
    for (const from of ["timestamp", "nonce"]) {
      const placement = { from, ...(time && { time }), ...(nonce && { nonce }) };
      known[from] = `${tools.fresh?.(placement, parts)}`;
    }
    const message: Message = {
      value: (name) => known[name] ?? `${credentials[name] ?? asText(placed(parts, name) ?? "")}`,
      fields: (of) => fieldsOf(parts, of, how.to),
      digest: digestWith(tools),
    };
    for (const [name, part] of Object.entries(how.parts ?? {})) {
      known[`parts.${name}`] = await textOf(part, message);
    }
    const problems = Object.entries(how.also ?? {}).map(([to, text]) =>
      fill(parts, to, text, message),
    );
    known.signature = through(await signed(await textOf(how, message)), how.encoding);
    return [...problems, fill(parts, how.to, how.as ?? "{signature}", message)].find(Boolean);
  };
}

/** What a request has as a whole. */
export function wholes(
  operation: OperationTable,
  parts: RequestParts,
  url: string,
): Record<string, string> {
  const { host, pathname, search } = new URL(url);
  return {
    method: operation.method,
    path: pathname + search,
    pathname,
    operationPath: requestUrl("", operation, parts),
    query: search.slice(1),
    host,
  };
}

/** The fields that are sent, without the one in which the signature stands. */
function fieldsOf(
  parts: RequestParts,
  of: FieldsPart["fields"],
  own: Place,
): [name: string, value: string][] {
  const prefix = { body: "body#/", query: "query.", headers: "header." }[of];
  return Object.entries(parts[of])
    .filter(([name, value]) => value !== undefined && prefix + name !== own)
    .map(([name, value]) => [of === "headers" ? name.toLowerCase() : name, `${asText(value)}`]);
}

/** Puts a text with values in its place. Returns a problem if a value could change what the text says. */
function fill(
  parts: RequestParts,
  to: Place,
  template: string,
  message: Message,
): Problem | undefined {
  let problem: Problem | undefined;
  const text = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = message.value(name);
    if (template !== `{${name}}` && !/^[!-~]*$/.test(value.replace(/[",;\\]/g, " "))) {
      const field = name.replace("credentials.", "");
      problem = { field, message: 'must be printable ASCII without spaces and `",;\\`' };
    }
    return value;
  });
  place(parts, to, text);
  return problem;
}
