/** Knows the secrets of one client and keeps them out of everything a caller can reach. */
export interface Secrets {
  add(secret: string): void;
  /** The text with every known secret replaced, however it is escaped there. */
  mask(text: string): string;
}

/** Shorter values are no secrets, and replacing them would garble answers. */
const shortestSecret = 8;

export function createSecrets(): Secrets {
  const known = new Map<string, RegExp>();
  return {
    add(secret) {
      // A key of several lines is also recognised by any of them.
      for (const part of [secret, ...secret.split(/\s|\\n/).filter(({ length }) => length > 31)]) {
        if (part.length < shortestSecret || known.has(part)) continue;
        known.set(part, new RegExp(Array.from(part, spellings).join(""), "gi"));
      }
    },
    mask(text) {
      let masked = text;
      for (const pattern of known.values()) masked = masked.replace(pattern, "[secret]");
      return masked;
    },
  };
}

const entities: Record<string, string> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
};

/** A pattern of every way to write a character: as it is, in JSON (PHP also escapes slashes), in a URL or form, in HTML. */
function spellings(char: string): string {
  if (/[a-z0-9]/i.test(char)) return char;
  const code = char.charCodeAt(0);
  const hex = code.toString(16);
  const bytes = [...new TextEncoder().encode(char)].map(
    (byte) => `%${byte.toString(16).padStart(2, "0")}`,
  );
  const ways = [
    JSON.stringify(char).slice(1, -1),
    `\\${char}`,
    char,
    `\\u${hex.padStart(4, "0")}`,
    bytes.join(""),
    `&#${code};`,
    `&#x${hex};`,
    `&${entities[char]};`,
    ...(char === " " ? ["+"] : []),
  ];
  return `(?:${ways.map((way) => way.replace(/[^\w%&;#]/gu, "\\$&")).join("|")})`;
}
