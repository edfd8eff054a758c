/** Reads the bytes of a signature from its text. */
import type { TextStep } from "./signature-table.ts";

/** The bytes that a text stands for; undefined if it does not have this form. */
export function bytesIn(
  text: string,
  encoding: TextStep | readonly TextStep[],
): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = [encoding]
      .flat()
      .reduceRight<Uint8Array<ArrayBuffer> | string>(
        (value, step) => undo[step as string]?.(value) ?? value,
        text,
      );
    return typeof bytes === "string" ? undefined : bytes;
  } catch {
    return undefined;
  }
}

type Value = Uint8Array<ArrayBuffer> | string;

const asText = (value: Value) =>
  typeof value === "string" ? value : new TextDecoder().decode(value);

const base64 = (value: Value) => Uint8Array.from(atob(asText(value)), (char) => char.charCodeAt(0));

/** Steps that cannot be undone, such as `upper`, are left out: hexadecimal reads either way. */
const undo: Readonly<Record<string, (value: Value) => Value>> = {
  base64,
  base64url: (value) => base64(asText(value).replaceAll("-", "+").replaceAll("_", "/")),
  hex: (value) => Uint8Array.from(asText(value).match(/../g) ?? [], (pair) => Number(`0x${pair}`)),
  url: (value) => decodeURIComponent(asText(value)),
  "url-form": (value) => decodeURIComponent(asText(value).replaceAll("+", " ")),
  der: (value) => fromDer(value as Uint8Array<ArrayBuffer>),
};

/** The two numbers of an ECDSA signature of P-256, with 32 bytes each, as WebCrypto reads them. */
function fromDer(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] as number;
    // A first byte of 0 only says that the number is positive.
    const digits = der.slice(at + 2, at + 2 + length).slice(-32);
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  return raw;
}
