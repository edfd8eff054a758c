/** Writes a provider's notification about one of its refunds, with its signature. */
import { type Pointer, type VerifyTable, valuesAt } from "@refunds/core/provider";
import type { Ending, NotifiedStatus, SimulatorTable } from "../simulator-table.ts";
import { type Facts, fillAnswer } from "./answers.ts";
import type { Credentials } from "./credentials.ts";
import { withEncryptedPart } from "./encrypted-part.ts";
import { writeForm } from "./form.ts";
import {
  type Message,
  type SignedMessage,
  type SigningCredentials,
  signMessage,
} from "./message-signature.ts";

/** What notifications of the provider can say. */
export const notifiedStatuses = ({ notification }: SimulatorTable): NotifiedStatus[] =>
  Object.keys(notification?.says ?? {}) as NotifiedStatus[];

/** What the provider says of a refund that ended so. That one failed which had succeeded is a reversal, where there are such reports. */
export function saidOf(table: SimulatorTable, as: Ending, hadSucceeded: boolean): NotifiedStatus {
  if (as === "succeeded") return as;
  const known = notifiedStatuses(table);
  if (!known.includes("declined")) return "reversed";
  return hadSucceeded && known.includes("reversed") ? "reversed" : "declined";
}

/** A status, or how the refund ended. */
interface Said {
  readonly status: NotifiedStatus | Ending;
  readonly hadSucceeded: boolean;
}

/** @throws {Error} if the spec has no sample of a notification that says this */
export function writeNotification(
  table: SimulatorTable,
  credentials: Credentials,
  { status, hadSucceeded }: Said,
  facts: Facts,
): Promise<SignedMessage> {
  const { notification } = table;
  const said = status === "failed" ? saidOf(table, status, hadSucceeded) : status;
  const sample = notification?.says[said];
  if (!notification || !sample) {
    const known = wordsFor(table).join(", ") || "nothing";
    throw new Error(`${table.provider} sends no notification that says ${status}, but ${known}.`);
  }
  const { headers, body = {} } = fillAnswer(table, credentials, sample, facts);
  const text = notification.media === "form" ? writeForm(body) : JSON.stringify(body);
  return signedNotification(notification, credentials, { headers, body: text }, facts.at);
}

function wordsFor(table: SimulatorTable): string[] {
  const known = notifiedStatuses(table);
  const reportsFailure = known.includes("declined") || known.includes("reversed");
  return [...known, ...(reportsFailure ? ["failed"] : [])];
}

/** A notification's body with its signature. */
export async function signedNotification(
  notification: Pick<
    NonNullable<SimulatorTable["notification"]>,
    "verify" | "encrypted" | "media" | "each"
  >,
  credentials: SigningCredentials,
  { headers, body: text }: SignedMessage,
  now: number,
): Promise<SignedMessage> {
  const { verify, encrypted, media, each } = notification;
  const body = encrypted ? await withEncryptedPart(encrypted, credentials, text) : text;
  const type = media === "form" ? "application/x-www-form-urlencoded" : "application/json";
  const message = { media, body, headers: { "content-type": type, ...headers } };
  if (!verify) return message;
  if (each === undefined || !verify.from.startsWith("body#"))
    return signMessage(verify, credentials, message, {}, now);
  return { ...message, body: await withSignedElements(message, each, verify, credentials, now) };
}

/** A body whose list has a signature in each element. */
async function withSignedElements(
  message: Message & SignedMessage,
  each: Pointer,
  verify: VerifyTable,
  credentials: SigningCredentials,
  now: number,
): Promise<string> {
  const body = JSON.parse(message.body);
  for (const element of valuesAt(body, each)) {
    const own = { ...message, body: JSON.stringify(element) };
    const signed = await signMessage(verify, credentials, own, {}, now);
    Object.assign(element as object, JSON.parse(signed.body));
  }
  return JSON.stringify(body);
}
