import type { Exchange } from "../answer/ending.ts";

/** Knows the secrets of one client and keeps them out of everything a caller can reach. */
export interface Secrets {
  add(secret: string): void;
  /** The text with every known secret replaced, however it is escaped there. */
  mask(text: string): string;
  /** The exchange with its answer's body masked. */
  masked(exchange: Exchange): Exchange;
}

/** Shorter values are no secrets, and replacing them would garble answers. */
const shortestSecret = 8;

export function createSecrets(): Secrets {
  const known = new Map<string, RegExp>();
  const mask = (text: string) => {
    let masked = text;
    for (const pattern of known.values()) masked = masked.replace(pattern, "[secret]");
    return masked;
  };
  return {
    add(secret) {
      // A key of several lines is also recognised by any of them.
      for (const part of [secret, ...secret.split(/\s|\\n/).filter(({ length }) => length > 31)]) {
        if (part.length < shortestSecret) continue;
        known.set(part, new RegExp(Array.from(part, spellings).join(""), "gi"));
      }
    },
    mask,
    masked(exchange) {
      if (!("raw" in exchange) || !exchange.raw) return exchange;
      return { ...exchange, raw: { ...exchange.raw, body: mask(exchange.raw.body) } };
    },
  };
}

/** Any way to escape a character: JSON (PHP also escapes slashes), a URL or form, HTML. */
const escaped = "\\\\(?:u\\w{4}|.)|%[^89ab].(?:%[89ab].)*|&#?\\w+;";

/**
 * A pattern of a character as it is or escaped. It may match more than that, and so mask more. Its alternatives start
 * differently, or a body that nearly repeats a secret would take longer than any deadline.
 */
const spellings = (char: string): string =>
  /\w/.test(char)
    ? char
    : `(?:${char.replace(/\W/gu, "\\$&")}|${char === " " ? "\\+|" : ""}${escaped})`;
