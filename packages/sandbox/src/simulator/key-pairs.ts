/** Key pairs that the sandbox makes for itself, and keys in the form that WebCrypto takes. */
import { importPkcs8, type KeyUse } from "@refunds/core/provider";
import type { SampleCredential } from "../simulator-table.ts";
import { sampleRsaPair } from "./sample-keys.ts";

/** Both halves of a key pair, in the forms that files in PEM hold. */
export interface KeyPair {
  readonly pkcs8: ArrayBuffer;
  readonly spki: ArrayBuffer;
}

/** The pair of a credential; undefined for those that are not a key in PEM. */
export async function makeKeyPair({
  rsaBits,
  curve,
  half,
}: SampleCredential): Promise<KeyPair | undefined> {
  if (rsaBits === undefined && curve === undefined) return undefined;
  if (rsaBits === 2048) return sampleRsaPair(half);
  const publicExponent = Uint8Array.of(1, 0, 1);
  const kind =
    rsaBits !== undefined
      ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength: rsaBits, publicExponent }
      : curve === "P-256"
        ? { name: "ECDSA", namedCurve: "P-256" }
        : { name: "Ed25519" };
  const pair = (await crypto.subtle.generateKey(kind, true, ["sign", "verify"])) as CryptoKeyPair;
  return {
    pkcs8: await crypto.subtle.exportKey("pkcs8", pair.privateKey),
    spki: await crypto.subtle.exportKey("spki", pair.publicKey),
  };
}

export function pem(label: "PRIVATE KEY" | "PUBLIC KEY", der: ArrayBuffer): string {
  const lines = btoa(String.fromCharCode(...new Uint8Array(der))).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

/** What WebCrypto calls an algorithm, as key and in use. */
export function webCryptoAlgorithm(algorithm: string) {
  const hash = `SHA-${/SHA-(\d+)$/.exec(algorithm)?.[1] ?? "256"}`;
  if (algorithm.startsWith("HMAC-")) return { name: "HMAC", hash };
  if (algorithm.startsWith("RSASSA-")) return { name: "RSASSA-PKCS1-v1_5", hash };
  if (algorithm.startsWith("RSA-PSS-")) {
    return { name: "RSA-PSS", hash, saltLength: hash === "SHA-512" ? 64 : 32 };
  }
  if (algorithm.startsWith("ECDSA-")) return { name: "ECDSA", hash, namedCurve: "P-256" };
  return { name: "Ed25519" };
}

/** The shared secret as a key. */
export function sharedKey(secret: string, { algorithm, keyEncoding }: KeyUse): Promise<CryptoKey> {
  const bytes =
    keyEncoding === "base64"
      ? Uint8Array.from(atob(secret), (character) => character.charCodeAt(0))
      : keyEncoding === "hex"
        ? Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
        : new TextEncoder().encode(secret);
  return crypto.subtle.importKey("raw", bytes, webCryptoAlgorithm(algorithm), false, [
    "sign",
    "verify",
  ]);
}

/** A private key in PEM. */
export function privateKey(text: string, { algorithm }: Pick<KeyUse, "algorithm">) {
  const body = /-----BEGIN PRIVATE KEY-----([^-]+)-----END/.exec(text)?.[1];
  if (body === undefined) throw new Error("A key that signs must be a private key in PEM, PKCS#8.");
  const der = Uint8Array.from(atob(body.replace(/\s/g, "")), (character) =>
    character.charCodeAt(0),
  );
  return importPkcs8(der, webCryptoAlgorithm(algorithm));
}
