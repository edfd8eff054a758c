/** What declarations of signatures are written with, and what node:crypto makes of the same. */
import {
  createHash,
  createHmac,
  createPublicKey,
  createVerify,
  generateKeyPairSync,
} from "node:crypto";
import type { SignedPart } from "@refunds/core/provider";
import type { SentRequest } from "../fake-fetch.ts";
import type { Signed } from "../signed.ts";

/** What is signed how, and whether the signature of a request that left is the documented one. */
export type SigningProviders = Record<string, Signed & { holds(sent: SentRequest): unknown }>;

export const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();
const publicKey = createPublicKey(rsa);

export const constant = (to: string, value: string | number) => ({ to, schema: { const: value } });
export const json = (fields: Record<string, string | number>) =>
  Object.entries(fields).map(([name, value]) => constant(`body#/${name}`, value));
export const time = (to: string) => ({ from: "timestamp", to, time: "unix-seconds" as const });
export const credential = (name: string, to: string) => ({ from: `credentials.${name}`, to });

export const hmac = (hash: string, key: string | Buffer, text: string) =>
  createHmac(hash, key).update(text);
export const hash = (name: string, text: string) => createHash(name).update(text);
export const rsaHolds = (text: string, signature: string) =>
  createVerify("RSA-SHA256").update(text).verify(publicKey, signature, "base64");
export const pathOf = ({ url }: SentRequest) => new URL(url).pathname + new URL(url).search;
/** The groups of a pattern in a header that must match it. */
export const read = (text: string | undefined, pattern: RegExp) => {
  const found = pattern.exec(text ?? "");
  if (!found) throw new Error(`${text} does not match ${pattern}`);
  return found.slice(1) as [string, string, string, string, string];
};
export const named = (name: string, value: SignedPart): SignedPart => ({
  over: [{ text: name }, value],
});
export const md5 = async (bytes: Uint8Array) => createHash("md5").update(bytes).digest();
