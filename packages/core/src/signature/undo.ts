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
  hex: (value) => Uint8Array.from(asText(value).match(/../g) ?? [], (pair) => Number(`0x${pair}`)),
  url: (value) => decodeURIComponent(asText(value)),
  "url-form": (value) => decodeURIComponent(asText(value).replaceAll("+", " ")),
};
