/** The request of a record as its client sends it. */
import { type JournalRecord, keyAttemptOf } from "@refunds/journal";
import type { AnyRefundRequest } from "./account.ts";
import type { Client } from "./client.ts";

export interface SentRequest extends AnyRefundRequest {
  readonly key: string;
}

export async function requestToSend(client: Client, record: JournalRecord): Promise<SentRequest> {
  const { account: _, ...request } = JSON.parse(record.request);
  const attempt = keyAttemptOf(record);
  // After a proven decline the provider gets another key, if it wants that.
  const isNewKey = attempt > 1 && client.evidence?.sameKey?.again === "new-key";
  return { ...request, key: isNewKey ? await newKey(record.key, attempt) : record.key };
}

async function newKey(key: string, attempt: number): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([key, attempt]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  // A UUID: every provider that wants another key has room for one, and no caller's own key looks like it by accident.
  return uuidOf(digest);
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0"));
  const text = hex.join("");
  const variant = ((Number.parseInt(text.charAt(16), 16) & 3) | 8).toString(16);
  // Version 8: made by a rule of our own.
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    `8${text.slice(13, 16)}`,
    `${variant}${text.slice(17, 20)}`,
    text.slice(20, 32),
  ].join("-");
}
