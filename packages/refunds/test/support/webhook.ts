/** What notifications are signed with by hand. */
import { createHmac } from "node:crypto";

export const secret = "a-webhook-secret";
/** Nothing answers there. */
export const baseUrl = "http://127.0.0.1:9";

export const hmac = (hash: string, text: string, encoding: "hex" | "base64", key = secret) =>
  createHmac(hash, key).update(text).digest(encoding);
