import { type OperationTable, type SignatureTable, valueAt } from "@refunds/core/provider";
import type { Credentials } from "./credentials.ts";
import { webCryptoAlgorithm } from "./key-pairs.ts";
import { composed, digest, type Signable, written } from "./signed-text.ts";
import { timeText } from "./time-text.ts";

/** A request that is being composed. */
export interface Draft {
  readonly method: string;
  readonly path: Map<string, string>;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** Signs an example request as the provider documents it. Returns the text of each place that the signature fills. */
export async function signExample(
  operation: OperationTable,
  table: SignatureTable,
  credentials: Credentials,
  draft: Draft,
  url: URL,
  body: string,
  now: number,
): Promise<Record<string, string>> {
  const base = operation.path.split("{")[0] as string;
  const known: Record<string, string> = {
    method: draft.method,
    path: url.pathname + url.search,
    pathname: url.pathname,
    operationPath: url.pathname.slice(url.pathname.lastIndexOf(base)) + url.search,
    query: url.search.slice(1),
    host: url.host,
    body,
    timestamp: timeText(now, table.timestamp ?? "unix-seconds"),
    nonce: exampleNonce(table),
  };
  const message: Signable = {
    text: (name) => known[name] ?? partText(name, draft, credentials),
    fields: (of) => draftFields(of, draft),
  };
  for (const [name, part] of Object.entries(table.parts ?? {})) {
    known[`parts.${name}`] = await composed(part, message);
  }
  const filled = (template: string) =>
    template.replace(/\{([^{}]+)\}/g, (_, name: string) => message.text(name) ?? "");
  const places: Record<string, string> = {};
  for (const [to, template] of Object.entries(table.also ?? {})) {
    places[to] = filled(template);
    draft.headers[to.replace("header.", "")] = places[to];
  }
  known.signature = await signatureOf(table, credentials, await composed(table, message));
  places[table.to] = filled(table.as ?? "{signature}");
  return places;
}

/** The signature of a text, in its written form. */
export async function signatureOf(
  table: Pick<SignatureTable, "algorithm" | "key" | "keyEncoding" | "encoding">,
  credentials: Pick<Credentials, "keyOf">,
  text: string,
): Promise<string> {
  if (table.key === undefined) return written(await digest(table.algorithm, text), table.encoding);
  const key = await credentials.keyOf({ ...table, key: table.key }, "sign");
  const bytes = new TextEncoder().encode(text);
  const signature = await crypto.subtle.sign(webCryptoAlgorithm(table.algorithm), key, bytes);
  return written(new Uint8Array(signature), table.encoding);
}

/** Each example has another nonce. */
export function exampleNonce({ nonce }: Pick<SignatureTable, "nonce">): string {
  const uuid = crypto.randomUUID();
  return nonce ? uuid.replaceAll("-", "").repeat(4).slice(0, nonce.length) : uuid;
}

function partText(part: string, draft: Draft, credentials: Credentials): string {
  if (part.startsWith("body#"))
    return String(valueAt(draft.body, part.slice("body#".length)) ?? "");
  const name = part.slice(part.indexOf(".") + 1);
  if (part.startsWith("credentials.")) return `${credentials.sample(name)}`;
  if (part.startsWith("path.")) return draft.path.get(name) ?? "";
  if (part.startsWith("query.")) return draft.query.get(name) ?? "";
  return draft.headers[name] ?? "";
}

function draftFields(of: "body" | "query" | "headers", draft: Draft): [string, string][] {
  if (of === "query") return [...draft.query];
  if (of === "headers") {
    return Object.entries(draft.headers).map(([name, value]) => [name.toLowerCase(), value]);
  }
  return Object.entries(draft.body).map(([name, value]) => [
    name,
    typeof value === "object" ? JSON.stringify(value) : `${value}`,
  ]);
}
