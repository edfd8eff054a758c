import { keyAlgorithmOf } from "./keys.ts";
import type { LoadKey } from "./sign.ts";

/** Loads a provider's public key from PEM, or returns a message that completes "the key ...". */
export const publicKey: LoadKey = async (pem, { algorithm, bits }) => {
  // In environment variables, line breaks are often the two characters \n.
  const text = pem.replace(/(?:\\r)?\\n/g, "\n");
  const [, label, body = ""] =
    /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]+?)-----END \1-----/.exec(text) ?? [];
  if (label === undefined) return "must be a PEM public key, with its BEGIN and END lines";
  if (label !== "PUBLIC KEY") {
    return `is of type ${label}; use the public key (\`openssl x509 -pubkey\` or \`openssl pkey -pubout\` extracts it)`;
  }
  try {
    const spki = Uint8Array.from(atob(body.replace(/\s/g, "")), (char) => char.charCodeAt(0));
    const key = await crypto.subtle.importKey("spki", spki, keyAlgorithmOf(algorithm), false, [
      "verify",
    ]);
    const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm;
    return bits === undefined || modulusLength === bits
      ? key
      : `has ${modulusLength} bits, not ${bits}`;
  } catch {
    return `is not a public key of ${algorithm}; check it with \`openssl pkey -pubin -text\``;
  }
};
