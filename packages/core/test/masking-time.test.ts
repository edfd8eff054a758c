import { describe, test } from "vitest";
import { createSecrets } from "../src/exchange/secrets.ts";
import { expectWorkBelow } from "./support/work.ts";

/** Bytes of the largest answer that is read. */
const largest = 2 ** 20;
const filled = (piece: string) => piece.repeat(Math.ceil(largest / piece.length)).slice(0, largest);

/** The same draws in every run. */
function letters(length: number, seed: number): string {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[state >>> 25] ?? "";
  };
  return Array.from({ length }, next).join("");
}
const pem = (seed: number) =>
  `-----BEGIN PRIVATE KEY-----\n${letters(4000, seed).replace(/.{64}/g, "$&\n")}\n-----END PRIVATE KEY-----\n`;
const ten = (make: (seed: number) => string) => Array.from({ length: 10 }, (_, at) => make(at + 1));

const masking = (secrets: readonly string[]) => {
  const known = createSecrets();
  for (const secret of secrets) known.add(secret);
  return known.mask;
};

const tokens = ten((seed) => letters(4096, seed));
const keys = ten(pem);
const sets: Record<string, readonly string[]> = {
  "ten tokens of 4 kB that begin alike": tokens.map((token) => `eyJhbGciOiJSUzI1NiJ9.${token}`),
  "ten keys of 4 kB": keys,
  "secrets that repeat something": [
    ...["%", "\\", "a", "ab", "+"].flatMap((piece) => [
      piece.repeat(31),
      piece.repeat(64),
      piece.repeat(2048),
      `${piece.repeat(2047)}x`,
    ]),
    `${"a".repeat(64)}\n`.repeat(64),
    "--++//==%%\\b",
  ],
};
const answers: Record<string, string> = {
  "of JSON": filled(
    `${JSON.stringify({ id: "123", state: "done", message: "It was accepted." })},`,
  ),
  "of Base64": filled(letters(9999, 99)),
  "that repeats a token": filled(tokens[0] ?? ""),
  "that nearly repeats a token": filled(`${tokens[0]?.slice(0, -1)}!`),
  "that nearly repeats a key": filled(`${keys[0]?.slice(0, 2000)}?`),
  "that repeats a token's beginning": filled("eyJhbGciOiJSUzI1NiJ9."),
  "of one letter": filled("a"),
  "of one letter, nearly a secret": filled(`${"a".repeat(4094)}c`),
  "of two letters": filled("ab"),
  "of plus signs": filled("+"),
  "of percent signs": filled("%"),
  "of percent signs, escaped": filled("%25"),
  "of percent signs, escaped again and again": filled("%25252525"),
  "of letters in a URL": filled("%41"),
  "of Chinese in a URL": filled("%E6%97%A5"),
  "of Chinese": filled("漢字"),
  "of backslashes": filled("\\"),
  "of slashes in JSON": filled("\\/"),
  "of line ends in JSON": filled("\\n"),
  "of letters in JSON": filled("\\u0061"),
  "of Chinese in JSON": filled("\\u65e5"),
  "of letters in HTML": filled("&#97;"),
  "of Chinese in HTML": filled("&#26085;"),
  "of ampersands in HTML": filled("&amp;"),
  "of ampersands in HTML, again and again": filled("&amp;amp;amp;"),
  "of HTML that never ends": filled("&a"),
  "of NULs": `&${filled("\0")}`,
  "of NULs in escapes": filled("\\\0\0u0\0\0"),
};

describe.each(Object.entries(sets))("%s", (_, secrets) => {
  test.each(Object.entries(answers))("in a MiB %s take at most 150 ms", (_, answer) => {
    const mask = masking(secrets);
    expectWorkBelow(150, () => mask(answer));
  });

  test("are learnt in at most 50 ms", () => {
    expectWorkBelow(50, () => masking(secrets));
  });
});

test("a small answer takes no time", () => {
  const mask = masking([...tokens, ...keys]);
  const answer = JSON.stringify({ id: "1", message: "No" });
  expectWorkBelow(5, () => mask(answer));
});
