import { createHmac, KeyObject } from "node:crypto";

/**
 * Makes signatures cheap; clients send the same bytes as without it. An RSA signature takes longer than the rest of a call, and PKCS#1
 * v1.5 is deterministic: each is made once. An HMAC is made here: another thread takes longer to reach than the digest takes.
 */
export function rememberSignatures(): void {
  const { subtle } = crypto;
  const { importKey, sign } = subtle;
  const imported = new Map<string, Promise<CryptoKey>>();
  const signed = new WeakMap<CryptoKey, Map<string, Promise<ArrayBuffer>>>();
  const textOf = (data: unknown) => Buffer.from(data as Uint8Array).toString("base64");

  subtle.importKey = ((
    format: "pkcs8" | "jwk",
    data: Uint8Array<ArrayBuffer>,
    ...how: [never, never, never]
  ) => {
    const name = JSON.stringify([format, format === "jwk" ? data : textOf(data), how]);
    const key = imported.get(name) ?? importKey.call(subtle, format as "pkcs8", data, ...how);
    imported.set(name, key);
    return key;
  }) as typeof importKey;

  subtle.sign = async (how, key, data) => {
    if (key.algorithm.name === "HMAC") return hmacOf(key, data as Uint8Array);
    const known = signed.get(key) ?? new Map<string, Promise<ArrayBuffer>>();
    signed.set(key, known);
    const name = JSON.stringify([how, textOf(data)]);
    const signature = known.get(name) ?? sign.call(subtle, how, key, data);
    known.set(name, signature);
    return signature;
  };
}

function hmacOf(key: CryptoKey, data: Uint8Array): ArrayBuffer {
  const { hash } = key.algorithm as HmacKeyAlgorithm;
  const hmac = createHmac(hash.name.replace("-", ""), KeyObject.from(key));
  return new Uint8Array(hmac.update(data).digest()).buffer;
}
