/** The text with which a caller asks for the next page. It says where the page before it ended, and of which list. */
import type { ListPosition } from "@refunds/journal";
import { refuse } from "./refuse.ts";

/** @param list a text that is the same for all pages of a list, and another one for another list */
export async function cursorAt({ openedAt, key }: ListPosition, list: string): Promise<string> {
  const place = JSON.stringify([openedAt, key]);
  return `${toBase64(place)}.${await sealOf(place, list)}`;
}

/** @throws {RefundError} if the cursor is damaged, or belongs to another list */
export async function positionIn(cursor: unknown, list: string): Promise<ListPosition> {
  const [, text = "", seal] = /^([\w-]+)\.([0-9a-f]{16})$/.exec(String(cursor)) ?? [];
  const place = fromBase64(text);
  if (typeof cursor !== "string" || seal !== (await sealOf(place, list))) {
    const message =
      "is damaged or belongs to another list; pass the cursor of the page before unchanged, with the same account, payment, status, since and until";
    return refuse("invalid_request", "cursor", message);
  }
  const [openedAt, key] = JSON.parse(place);
  return { openedAt, key };
}

/** Against mistakes, not against attackers: a cursor gives access to nothing. */
async function sealOf(place: string, list: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([place, list]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Without characters that have a meaning in a URL. */
const toBase64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

function fromBase64(text: string): string {
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
  } catch {
    return "";
  }
}
