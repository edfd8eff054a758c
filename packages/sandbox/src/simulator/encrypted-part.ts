/** Encrypts a part of a notification. Shares no code with the client that decrypts it. */
import { putAt, valueAt } from "@refunds/core/provider";
import type { SimulatedEncryption } from "../simulator-table.ts";
import type { SigningCredentials } from "./message-signature.ts";

const utf8 = new TextEncoder();

/** A body whose part is encrypted with a new nonce. A part that is text already stays as it is. */
export async function withEncryptedPart(
  { key, at, nonce, additional }: SimulatedEncryption,
  credentials: SigningCredentials,
  body: string,
): Promise<string> {
  const tree = JSON.parse(body) as Record<string, unknown>;
  const content = valueAt(tree, at);
  if (typeof content !== "object") return body;
  const iv = crypto.randomUUID().replaceAll("-", "").slice(0, 12);
  const known = additional === undefined ? "" : `${valueAt(tree, additional) ?? ""}`;
  const secret = utf8.encode(`${credentials.sample(key.replace("credentials.", ""))}`);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: utf8.encode(iv), additionalData: utf8.encode(known) },
    await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt"]),
    utf8.encode(JSON.stringify(content)),
  );
  putAt(tree, at, btoa(String.fromCharCode(...new Uint8Array(sealed))));
  putAt(tree, nonce, iv);
  return JSON.stringify(tree);
}
