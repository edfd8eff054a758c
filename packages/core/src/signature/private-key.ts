/** Loads private keys from PEM: PKCS#8, and for RSA also PKCS#1 as older versions of openssl write it. */

import type { KeyUse } from "./signature-table.ts";

const rsaSha256: KeyAlgorithmOf = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** What WebCrypto needs to know of a key when it imports it. */
export interface KeyAlgorithmOf {
  readonly name: string;
  readonly hash: string;
  readonly namedCurve?: string;
}

/**
 * Returns the key, or a message that completes "the key ...". The message never contains any of the PEM.
 */
export async function loadPrivateKey(
  pem: string,
  { bits }: Pick<KeyUse, "bits">,
  algorithm = rsaSha256,
  kind = "RSA",
): Promise<CryptoKey | string> {
  // In environment variables, line breaks are often the two characters \n.
  const text = pem.replace(/(?:\\r)?\\n/g, "\n");
  const [, label = "", body = ""] =
    /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]+?)-----END \1-----/.exec(text) ?? [];
  if (label === "") return "must be a PEM private key, with its BEGIN and END lines";
  const [other] =
    /ENCRYPTED|PUBLIC|CERTIFICATE|OPENSSH|EC/.exec(label + /ENCRYPTED/.exec(body)) ?? [];
  if (other)
    return `is of type ${other}; use an unencrypted ${kind} private key (\`openssl pkey\` converts)`;
  try {
    const der = Uint8Array.from(atob(body.replace(/\s/g, "")), (char) => char.charCodeAt(0));
    const pkcs8 = label === "RSA PRIVATE KEY" ? wrapPkcs1(der) : der;
    const key = await importPkcs8(pkcs8, algorithm);
    const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm;
    if (bits === undefined || modulusLength === bits) return key;
    return `has ${modulusLength} bits, not ${bits}`;
  } catch {
    return "is not a complete PEM private key; check it with `openssl pkey -check`";
  }
}

/**
 * Imports a key that signs, with a second try: Node reports as an error of the key what other code left in this thread's OpenSSL error queue,
 * such as a TLS session that cannot be read. The first try empties the queue.
 */
export function importPkcs8(
  pkcs8: BufferSource,
  algorithm: KeyAlgorithmOf | { readonly name: string },
  extractable = false,
): Promise<CryptoKey> {
  const load = () => crypto.subtle.importKey("pkcs8", pkcs8, algorithm, extractable, ["sign"]);
  return load().catch(load);
}

/** WebCrypto reads only PKCS#8, which is PKCS#1 in an envelope that names the algorithm. */
function wrapPkcs1(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  const versionAndRsa = [2, 1, 0, 48, 13, 6, 9, 42, 134, 72, 134, 247, 13, 1, 1, 1, 5, 0];
  return new Uint8Array(der(48, [...versionAndRsa, ...der(4, [...pkcs1])]));
}

/** Writes a DER element whose content has at least 128 bytes, as a key always has. */
function der(tag: number, content: number[]): number[] {
  const length: number[] = [];
  for (let rest = content.length; rest > 0; rest >>= 8) length.unshift(rest & 255);
  return [tag, 128 + length.length, ...length, ...content];
}
