/** Loads the keys of composed signatures. A provider's package names the ones that it needs. */
import { hashOf } from "./composed.ts";
import { type KeyAlgorithmOf, loadPrivateKey } from "./private-key.ts";
import { bytesOf, type LoadKey } from "./sign.ts";

/** The shared secret of an HMAC: its text, or the bytes that it holds as Base64 or hexadecimal. */
export const secretKey: LoadKey = async (secret, { algorithm, keyEncoding }) => {
  const bytes = secretBytes(secret.trim(), secret, keyEncoding);
  return typeof bytes === "string"
    ? bytes
    : crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: hashOf(algorithm) }, false, [
        "sign",
      ]);
};

function secretBytes(
  digits: string,
  secret: string,
  encoding: "base64" | "hex" | undefined,
): Uint8Array<ArrayBuffer> | string {
  if (encoding === "hex") {
    return /^([\da-f]{2})+$/i.test(digits)
      ? Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
      : "must be hexadecimal: an even number of the digits 0 to f";
  }
  if (encoding === undefined) return bytesOf(secret);
  try {
    const bytes = Uint8Array.from(atob(digits), (char) => char.charCodeAt(0));
    if (bytes.length > 0) return bytes;
  } catch {}
  return "must be Base64: letters, digits, + and /";
}

/** A PEM private key of RSA, of the curve P-256, or of Ed25519. */
export const signingKey: LoadKey = (pem, how) => {
  const algorithm = keyAlgorithmOf(how.algorithm);
  return loadPrivateKey(pem, how, algorithm, /^RSA/.test(algorithm.name) ? "RSA" : "PKCS#8");
};

/** What WebCrypto calls the key of an algorithm. */
export const keyAlgorithmOf = (algorithm: string): KeyAlgorithmOf => ({
  name: algorithm.replace(/(-P-256)?-SHA-\d+$/, ""),
  hash: hashOf(algorithm),
  namedCurve: "P-256",
});
