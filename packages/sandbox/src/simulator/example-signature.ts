import { type SignatureTable, valueAt } from "@refunds/core/provider";
import type { Credentials } from "./credentials.ts";

/** A request that is being composed. */
export interface Draft {
  readonly method: string;
  readonly path: Map<string, string>;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** Signs an example request as the provider documents it. */
export async function signExample(
  table: SignatureTable,
  credentials: Credentials,
  draft: Draft,
  url: URL,
  body: string,
): Promise<string> {
  const signed = table.over.map((part) => partText(part, draft, url, body)).join(table.join ?? "");
  const key = await credentials.signingKey(table.key);
  const bytes = new TextEncoder().encode(signed);
  const signature = new Uint8Array(await crypto.subtle.sign(key.algorithm.name, key, bytes));
  return table.encoding === "hex"
    ? Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("")
    : btoa(String.fromCharCode(...signature));
}

function partText(part: string, draft: Draft, url: URL, body: string): string {
  if (part === "method") return draft.method;
  if (part === "path") return url.pathname + url.search;
  if (part === "body") return body;
  if (part.startsWith("body#")) return String(valueAt(draft.body, part.slice("body#".length)));
  const name = part.slice(part.indexOf(".") + 1);
  if (part.startsWith("path.")) return draft.path.get(name) ?? "";
  if (part.startsWith("query.")) return draft.query.get(name) ?? "";
  return draft.headers[name] ?? "";
}
