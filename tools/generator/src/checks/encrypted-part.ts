/** The part of a notification that is encrypted: it is signed, its key is a secret of 32 bytes, and what it holds is described. */
import { suggest } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import { lookUpNotification, type NotificationOperation } from "../openapi/notification.ts";
import type { SpecFile } from "../read.ts";

/** The bytes of a key of AES-256. */
const keyLength = 32;

export function checkEncrypted(
  spec: SpecFile,
  root: OpenApi,
  notification: NotificationOperation,
): void {
  const { words, wordsAt, body } = notification;
  const { encrypted, verify, each } = words;
  if (!encrypted) return;
  const at = [...wordsAt, "encrypted"];
  const report = (what: string, advice: string) => spec.report(at, what, advice, "key");
  if (body?.kind === "form") report("only JSON can have an encrypted part", "remove it");
  if (each !== undefined) report("a list of events has no encrypted part", "remove one of them");
  if (!verify?.over.includes("body")) {
    report("it is decrypted after the body's signature was verified", "sign body in `verify`");
  }
  for (const word of ["at", "nonce", "additional"] as const) {
    const place = encrypted[word];
    if (place === undefined) continue;
    const { fields, missing = "", known } = lookUpNotification(root, notification, place);
    if (fields.length === 0) {
      const what = `a notification has no ${place}: there is no "${missing}"`;
      spec.report([...at, word], what, suggest(missing, known));
    } else if (word === "at" && !fields.every(({ value }) => value.contentSchema)) {
      const what = `nothing says what ${place} holds when it is decrypted`;
      spec.report([...at, word], what, "give its schema contentSchema");
    }
  }
  const name = encrypted.key.replace("credentials.", "");
  for (const set of root["x-credentials"]) {
    const { secret, schema } = set[name] ?? {};
    if (!schema) continue;
    if (secret && schema.minLength === keyLength && schema.maxLength === keyLength) continue;
    spec.report(
      [...at, "key"],
      `"${name}" is a key of ${keyLength} bytes, and its credential does not say so`,
      `give it secret: true, and minLength and maxLength ${keyLength}`,
    );
  }
}
