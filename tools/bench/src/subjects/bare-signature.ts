/** The signature alone, as a program would make it whose key is loaded. */
import { createPrivateKey } from "node:crypto";
import type { Subject } from "./subject.ts";

export const bareSignature: Subject = async ({ sample: { credentials, written } }) => {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const pem = createPrivateKey(String(credentials.privateKey));
  const der = pem.export({ type: "pkcs8", format: "der" });
  const key = await crypto.subtle.importKey("pkcs8", new Uint8Array(der), algorithm, false, [
    "sign",
  ]);
  const text = String(written.body);
  return async () => {
    const bytes = await crypto.subtle.sign(algorithm.name, key, new TextEncoder().encode(text));
    btoa(String.fromCharCode(...new Uint8Array(bytes)));
  };
};
