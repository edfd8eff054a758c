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
  lower: (value) => `${value}`.toLowerCase(),
  upper: (value) => `${value}`.toUpperCase(),
  url: (value) => url(`${value}`),
  "url-form": (value) => new URLSearchParams([["", `${value}`]]).toString().slice(1),
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
