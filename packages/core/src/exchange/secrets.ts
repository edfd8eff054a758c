import type { Exchange } from "../answer/ending.ts";
import { base64, hex } from "../signature/sign.ts";
import { addNeedles, noNeedles, withoutNeedles } from "./needles.ts";
import { unescaped } from "./unescaped.ts";

/** Knows the secrets of one client and keeps them out of everything a caller can reach. */
export interface Secrets {
  add(secret: string): void;
  /** The text with every known secret replaced, however it is escaped, encoded or wrapped there. */
  mask(text: string): string;
  /** The exchange with its answer's body masked. */
  masked(exchange: Exchange): Exchange;
}

/** Shorter values are no secrets, and replacing them would garble answers. */
const shortestSecret = 8;

/** Of a key of several lines every stretch of so many letters and digits, and seven more, is a secret. */
const pieceLength = 32;

export function createSecrets(): Secrets {
  const needles = noNeedles();
  const mask = (text: string) => {
    const rest = withoutNeedles(text, comparable(text), needles);
    return withoutNeedles(rest, rest, needles);
  };
  return {
    add(secret) {
      if (secret.length < shortestSecret) return;
      // As it is, too: of a secret that is hardly more than signs nothing comparable is left.
      for (const form of [secret, ...[secret, ...encodings(secret)].map(comparable)]) {
        addNeedles(needles, form);
      }
      if (!/\n|\\n/.test(secret)) return;
      // Without the lines that say where a key begins and ends.
      for (const part of secret.split("-----").map(comparable)) {
        if (part.length < pieceLength) continue;
        addNeedles(needles, part);
        addNeedles(needles, part, pieceLength);
      }
    },
    mask,
    masked(exchange) {
      if (!("raw" in exchange) || !exchange.raw) return exchange;
      return { ...exchange, raw: { ...exchange.raw, body: mask(exchange.raw.body) } };
    },
  };
}

/** With blanks for all that is escaped in one place and not in another, or is another sign in another Base64. */
const comparable = (text: string): string =>
  unescaped(text)
    .replace(/["%&'+\-/<>\\_\u0080-\uffff]/g, " ")
    .toLowerCase();

/** In hexadecimal, and in Base64 behind none, one or two bytes of something else: what depends on the secret alone. */
function encodings(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const base64s = [0, 2, 3].map((skipped, before) =>
    base64(new Uint8Array([...[0, 0].slice(0, before), ...bytes]))
      .slice(skipped)
      .replace(/.=+$/, ""),
  );
  return [hex(bytes), ...base64s];
}
