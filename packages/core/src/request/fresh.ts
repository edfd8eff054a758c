import type { NonceForm, Placement } from "../table.ts";
import type { RequestParts } from "./request.ts";
import { timeByPattern } from "./time-pattern.ts";

/** Makes a timestamp or a nonce; undefined for other values. */
export type FreshValue = (
  placement: Pick<Placement, "from" | "time" | "nonce">,
  parts: RequestParts,
) => string | number | undefined;

/** What is new in each request. Every place of one request gets the same moment and the same nonce. */
const made = new WeakMap<RequestParts, { readonly now: number; nonce?: string }>();

const fresh =
  (byPattern?: typeof timeByPattern): FreshValue =>
  ({ from, time, nonce: form }, parts) => {
    if (from !== "nonce" && from !== "timestamp") return undefined;
    const own = made.get(parts) ?? { now: Date.now() };
    made.set(parts, own);
    if (from === "nonce") {
      own.nonce ??= nonceOf(form);
      return own.nonce;
    }
    const { now } = own;
    if (typeof time === "object") return byPattern?.(now, time);
    if (time === "iso-8601") return new Date(now).toISOString();
    if (time === "rfc-1123") return new Date(now).toUTCString();
    return time === "unix-seconds" ? Math.floor(now / 1000) : now;
  };

/** Makes timestamps and nonces. */
export const freshValue: FreshValue = /* @__PURE__ */ fresh();

/** The same, for tables with patterns of times. */
export const freshValueByPattern: FreshValue = /* @__PURE__ */ fresh(timeByPattern);

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function nonceOf(form: NonceForm | undefined): string {
  if (!form) return crypto.randomUUID();
  // Bytes past the last whole multiple would make the first characters likelier than the others.
  const fair = 256 - (256 % lettersAndDigits.length);
  let text = "";
  while (text.length < form.length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(form.length))) {
      if (byte < fair) text += lettersAndDigits[byte % lettersAndDigits.length];
    }
  }
  return text.slice(0, form.length);
}
