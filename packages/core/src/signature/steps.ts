/** The steps that the bytes of a signature and the text under it go through. */

import { base64, bytesOf, hex } from "./sign.ts";
import type { TextStep } from "./signature-table.ts";

type Value = Uint8Array | string;

const asBytes = (value: Value) => (typeof value === "string" ? bytesOf(value) : value);

/** Percent-encoding by RFC 3986: everything but letters, digits and `-._~`. */
const url = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const words: Readonly<Record<string, (value: Value) => Value>> = {
  hex: (value) => hex(asBytes(value)),
  base64: (value) => base64(asBytes(value)),
  base64url: (value) =>
    base64(asBytes(value)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
  lower: (value) => `${value}`.toLowerCase(),
  upper: (value) => `${value}`.toUpperCase(),
  url: (value) => url(`${value}`),
  "url-form": (value) => new URLSearchParams([["", `${value}`]]).toString().slice(1),
  der: (value) => toDer(value as Uint8Array),
};

/** What bytes or text become by these steps, one after the other. */
export const through = (value: Value, steps: TextStep | readonly TextStep[] = []): string =>
  `${[steps]
    .flat()
    .reduce<Value>(
      (before, step) =>
        typeof step === "string"
          ? (words[step] as (typeof words)[string])(before)
          : Object.entries((step as Exclude<TextStep, string>).replace).reduce(
              (text, [from, to]) => text.replaceAll(from, () => to),
              `${before}`,
            ),
      value,
    )}`;

/** WebCrypto writes an ECDSA signature as two numbers of equal length. ASN.1 writes them as two integers. */
function toDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  const integers = [raw.slice(0, half), raw.slice(half)].flatMap((number) => {
    const digits = [...number];
    while (digits.length > 1 && digits[0] === 0) digits.shift();
    // A first bit of 1 would make the number negative.
    if ((digits[0] as number) > 127) digits.unshift(0);
    return [2, digits.length, ...digits];
  });
  return Uint8Array.from([48, integers.length, ...integers]);
}
