import { loadPrivateKey } from "./private-key.ts";
import type { SignatureTable } from "./table.ts";

/** Signs text, or tells in a sentence that completes "the key ..." why the key cannot. */
export type Signer = (text: string) => Promise<{ signature: string } | { problem: string }>;

/** A signer that imports its key once, at first use. */
export function createSigner(table: SignatureTable, secret: string): Signer {
  const name = table.algorithm === "HMAC-SHA-256" ? "HMAC" : "RSASSA-PKCS1-v1_5";
  const bytes = new TextEncoder();
  const load = (): Promise<CryptoKey | string> =>
    name === "HMAC"
      ? crypto.subtle.importKey("raw", bytes.encode(secret), { name, hash: "SHA-256" }, false, [
          "sign",
        ])
      : loadPrivateKey(secret, table.bits);
  let key: Promise<CryptoKey | string> | undefined;
  return async (text) => {
    key ??= load().catch(() => "cannot be used for signing; check that it is the whole key");
    const loaded = await key;
    if (typeof loaded === "string") return { problem: loaded };
    const signed = new Uint8Array(await crypto.subtle.sign(name, loaded, bytes.encode(text)));
    return {
      signature: table.encoding === "hex" ? toHex(signed) : btoa(String.fromCharCode(...signed)),
    };
  };
}

const toHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
