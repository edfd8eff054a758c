import type { SignatureTable } from "@refunds/core/provider";
import type { Incoming } from "./incoming.ts";

/** The public key of an RSA pair, or the shared secret. */
export type VerifyingKey = CryptoKey;

const utf8 = new TextEncoder();

/**
 * Says why the signature is invalid; undefined if it is valid. Verifies the received bytes without serializing them again,
 * so a body with the same meaning but other bytes does not pass.
 */
export async function checkSignature(
  table: SignatureTable,
  key: VerifyingKey,
  incoming: Incoming,
): Promise<string | undefined> {
  const written = incoming.at(table.to)?.text;
  if (!written) return `${table.to} is missing; it must hold the signature`;
  const signature = decode(written, table.encoding);
  if (!signature) return `${table.to} must be encoded as ${table.encoding}`;
  const parts: Uint8Array[] = [];
  for (const part of table.over) {
    const signed = bytesOf(part, incoming);
    if (!signed) return `${part} is missing; it must be signed`;
    parts.push(signed);
  }
  const isValid = await crypto.subtle.verify(
    key.algorithm.name,
    key,
    signature,
    joined(parts, utf8.encode(table.join)),
  );
  return isValid
    ? undefined
    : `the signature in ${table.to} does not match ${table.over.join(", ")}`;
}

/** Imports the shared secret of an HMAC. */
export const hmacKey = (secret: string): Promise<VerifyingKey> =>
  crypto.subtle.importKey("raw", utf8.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
    "verify",
  ]);

function bytesOf(part: string, incoming: Incoming): Uint8Array | undefined {
  switch (part) {
    case "method":
      return utf8.encode(incoming.method);
    case "path":
      return utf8.encode(incoming.url.pathname + incoming.url.search);
    case "body":
      return incoming.bytes;
    default: {
      const text = incoming.at(part)?.text;
      return text === undefined ? undefined : utf8.encode(text);
    }
  }
}

function joined(parts: readonly Uint8Array[], join: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = parts.flatMap((part, at) => (at === 0 ? [...part] : [...join, ...part]));
  return Uint8Array.from(bytes);
}

function decode(text: string, encoding: "base64" | "hex"): Uint8Array<ArrayBuffer> | undefined {
  if (encoding === "hex") {
    if (!/^(?:[0-9a-f]{2})+$/i.test(text)) return undefined;
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  // atob accepts missing padding and white space, but a provider's decoder may not.
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    return undefined;
  }
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
