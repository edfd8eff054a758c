/** Reads the part of a notification that the provider encrypts. */
import { readJson } from "../json/json.ts";
import { putAt, textAt } from "../json/pointer.ts";
import type { EncryptedPart } from "../notification-table.ts";
import type { Values } from "../request/request.ts";
import { bytesOf } from "../signature/sign.ts";
import { bytesIn } from "../signature/undo.ts";

/** Puts what is encrypted in the place of its cipher text. Returns whether the key of these credentials fits. */
export type Decrypt = (
  part: EncryptedPart,
  exact: unknown,
  credentials: Values,
) => Promise<boolean>;

/** AES-GCM also proves that the text was encrypted with this key, and that nothing of it was changed since. */
export const decryptAesGcm: Decrypt = async ({ key, at, nonce, additional }, exact, given) => {
  try {
    const bytesAt = (place = "") => bytesOf(textAt(exact, place) ?? "");
    const secret = bytesOf(String(given[key]));
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: bytesAt(nonce), additionalData: bytesAt(additional) },
      await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["decrypt"]),
      bytesIn(textAt(exact, at) ?? "", "base64") ?? new Uint8Array(),
    );
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain);
    const { exact: inner, problem } = readJson(text);
    if (problem !== undefined) return false;
    putAt(exact as Record<string, unknown>, at, inner);
    return true;
  } catch {
    return false;
  }
};
