/** Decodes the escapes of JSON, JavaScript, URLs, forms and HTML, and keeps the position of every character. */

/** In this template, a space may be the rest of a decoded inner escape, and X is a hexadecimal digit. */
const escapes = new RegExp(
  String.raw`(?:\\ u X X|\\ x|%) X X|& #(?: \w){2,8} ;|\\ [bfnrt]|\\ (?:\\ )+|& (?:a m p|a p o s|[gl] t|q u o t) ;`
    .replaceAll(" ", "\\0*")
    .replaceAll("X", "[\\da-f]"),
  "gi",
);

/**
 * Each escape becomes its character (a space if that is not a letter), followed by NULs up to its old length. Nested
 * escapes, such as HTML in JSON in JSON, are decoded in several passes. One of several backslashes is left.
 */
export function unescaped(text: string, passes = 6): string {
  if (!/[%&\\]/.test(text)) return text;
  // The same escapes occur many times.
  const known = new Map<string, string>();
  const next = text.replace(escapes, (given) => {
    const plain = known.get(given) ?? characterOf(given).padEnd(given.length, "\0");
    if (!known.has(given)) known.set(given, plain);
    return plain;
  });
  return next === text || passes === 1 ? next : unescaped(next, passes - 1);
}

function characterOf(given: string): string {
  const bare = given.replace(/[\0;]/g, "");
  if (/^\\\\|&amp/i.test(bare)) return bare.charAt(0);
  return String.fromCharCode(
    Number(bare.replace(/^(\\[ux]|%|&#x)/i, "0x").replace("&#", "")) || 32,
  );
}
