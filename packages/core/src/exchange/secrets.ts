import type { SendResult } from "../answer/send-result.ts";
import { readJson } from "../json/json.ts";
import { base64, hex } from "../signature/sign.ts";
import { addNeedles, noNeedles, withoutNeedles } from "./needles.ts";
import { unescaped } from "./unescaped.ts";

/** Masks the secrets of one client in everything that a caller can see. */
export interface Secrets {
  add(secret: string): void;
  /** Replaces every known secret, including escaped, encoded and re-wrapped copies. */
  mask(text: string): string;
  /** Masks the body of the answer. */
  masked(result: SendResult): SendResult;
}

/** Replacing shorter values would garble answers. */
const shortestSecret = 8;

/** Pieces of a multi-line key are masked from this length (plus seven characters) on. */
const pieceLength = 32;

export function createSecrets(): Secrets {
  const needles = noNeedles();
  // Whether a copy of a secret in a text without escapes is always found by loose comparison.
  let isLooseEnough = true;
  const mask = (text: string) => {
    const view = unescaped(text);
    const rest = withoutNeedles(text, view, needles, true);
    return view === text && isLooseEnough ? rest : withoutNeedles(rest, rest, needles);
  };
  return {
    add(secret) {
      if (secret.length < shortestSecret) return;
      // Also as it is: a secret of mostly punctuation has nothing else left to compare.
      addNeedles(needles, secret);
      isLooseEnough = addNeedles(needles, secret, true) && isLooseEnough;
      for (const form of [secret, ...encodings(secret)]) addNeedles(needles, unescaped(form), true);
      if (!/\n|\\n/.test(secret)) return;
      // Without the lines BEGIN and END.
      for (const part of secret.split("-----").map((text) => unescaped(text))) {
        if (part.length < pieceLength) continue;
        addNeedles(needles, part, true);
        addNeedles(needles, part, true, pieceLength);
      }
    },
    mask,
    masked(result) {
      if (!("raw" in result) || !result.raw) return result;
      const body = mask(result.raw.body);
      if (body === result.raw.body) return result;
      const masked = { ...result, raw: { ...result.raw, body } };
      // What makes it unreadable may have been part of the copy of a secret.
      return masked.status === "answered"
        ? { ...masked, problem: readJson(result.raw.body).problem }
        : masked;
    },
  };
}

/** The secret in hexadecimal, and in Base64 at each of the three alignments, without the characters that its neighbours affect. */
function encodings(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const base64s = [0, 2, 3].map((skipped, before) =>
    base64(new Uint8Array([...[0, 0].slice(0, before), ...bytes]))
      .slice(skipped)
      .replace(/.=+$/, ""),
  );
  return [hex(bytes), ...base64s];
}
