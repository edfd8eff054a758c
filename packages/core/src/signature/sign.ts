/** Signs parts of a request that are joined as they are. A provider's package names the signer that it needs. */

import { asText } from "../json/json.ts";
import type { BodyWriter } from "../request/body.ts";
import { place, placed, type RequestParts, type Values } from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { OperationTable } from "../table.ts";
import { loadPrivateKey } from "./private-key.ts";
import type { KeyUse } from "./signature-table.ts";

/** Signs a request in place, or returns the problem with the key. */
export type Signer = (
  operation: OperationTable,
  parts: RequestParts,
  url: string,
  credentials: Values,
  write: BodyWriter,
) => Promise<Problem | undefined>;

/** Returns the key, or a message that completes "the key ...". */
export type LoadKey = (secret: string, how: KeyUse) => Promise<CryptoKey | string>;

export const bytesOf = (text: string) => new TextEncoder().encode(text);

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function signer(algorithm: string, load: LoadKey): Signer {
  // Importing a key takes several times longer than signing, so each client imports its key once.
  const keys = new WeakMap<Values, Record<string, ReturnType<LoadKey>>>();
  return async (operation, parts, url, credentials, write) => {
    const { sign: how, method } = operation;
    if (!how) return undefined;
    const name = how.key as string;
    const own = keys.get(credentials) ?? {};
    keys.set(credentials, own);
    own[name] ??= load(String(credentials[name]), how).catch(() => "cannot be read as a key");
    const key = await own[name];
    if (typeof key === "string") return { field: name.replace("credentials.", ""), message: key };
    const { pathname, search } = new URL(url);
    const whole: Record<string, string | undefined> = {
      method,
      path: pathname + search,
      body: write(operation, parts) ?? "",
    };
    const text = (how.over as string[])
      .map((part) => whole[part] ?? asText(placed(parts, part) ?? ""))
      .join(how.join ?? "");
    const bytes = new Uint8Array(await crypto.subtle.sign(algorithm, key, bytesOf(text)));
    place(parts, how.to, how.encoding === "hex" ? hex(bytes) : base64(bytes));
    return undefined;
  };
}

/** SHA256withRSA in PKCS#1 v1.5, with a PEM private key. */
export const rsaSigner: Signer = /* @__PURE__ */ signer("RSASSA-PKCS1-v1_5", loadPrivateKey);

/** HMAC-SHA256, with a shared secret. */
export const hmacSigner: Signer = /* @__PURE__ */ signer("HMAC", (secret) =>
  crypto.subtle.importKey("raw", bytesOf(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]),
);
