import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSecrets } from "../src/exchange/secrets.ts";
import {
  acorn,
  acornAnswer,
  acornFetchClient,
  acornRequest,
  withTokenCall,
} from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { openssl } from "./support/openssl.ts";

const token = `sk_live_9fT/2+xQ-"é<&>'\\n%20:漢😀\\end=`;
const pem = openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");

const bytesOf = (text: string) => Buffer.from(text);
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const asUnits = (text: string, write: (code: number) => string) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at))).join("");
const hex = (code: number, digits = 4) => code.toString(16).padStart(digits, "0");
const asPoints = (text: string, write: (code: number) => string) =>
  Array.from(text, (char) => write(char.codePointAt(0) as number)).join("");

/** Ways to write a secret, from the standards that name them. */
const ways: Record<string, (text: string) => string> = {
  "as it is": (text) => text,
  "in JSON": inJson,
  "in JSON, every letter escaped": (text) => asUnits(text, (code) => `\\u${hex(code)}`),
  "in JSON, every other letter escaped, in capitals": (text) =>
    asUnits(text, (code) =>
      code % 2 === 0 || code < 32 || code === 34 || code === 92
        ? `\\u${hex(code).toUpperCase()}`
        : String.fromCharCode(code),
    ),
  "in PHP's JSON": (text) =>
    inJson(text)
      .replaceAll("/", "\\/")
      .replace(/[^ -~]/g, (char) => `\\u${hex(char.charCodeAt(0))}`),
  "in Go's JSON": (text) =>
    inJson(text).replace(/[<>&]/g, (char) => `\\u${hex(char.charCodeAt(0))}`),
  "in JSON in JSON": (text) => inJson(inJson(text)),
  "in JSON in JSON, every letter escaped twice": (text) =>
    inJson(asUnits(text, (code) => `\\u${hex(code)}`)),
  "in JavaScript": (text) =>
    asUnits(text, (code) => (code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code)}`)),
  "in a URL": encodeURIComponent,
  "in a URL, twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "in a URL, every byte": (text) => bytesOf(text).toString("hex").replace(/../g, "%$&"),
  "in a form": (text) => new URLSearchParams({ a: text }).toString().slice(2),
  "in HTML": (text) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`),
  "in HTML, every letter": (text) => asPoints(text, (code) => `&#${code};`),
  "in HTML, every letter, hexadecimal": (text) => asPoints(text, (code) => `&#X${hex(code, 2)};`),
  "in HTML, by names": (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&apos;"),
  "in Base64": (text) => bytesOf(text).toString("base64"),
  "in Base64 behind one byte": (text) => bytesOf(`:${text}`).toString("base64"),
  "in Base64 behind a name": (text) => bytesOf(`user:${text}`).toString("base64"),
  "in Base64 between more": (text) => bytesOf(`{"key":"${text}"}`).toString("base64"),
  "in Base64 for URLs": (text) => bytesOf(`user:${text}`).toString("base64url"),
  "in Base64 for URLs behind one byte": (text) => bytesOf(`1${text}`).toString("base64url"),
  "in Base64, in lines": (text) => bytesOf(text).toString("base64").replace(/.{76}/g, "$&\r\n"),
  "in Base64 in a URL": (text) => encodeURIComponent(bytesOf(text).toString("base64")),
  "in hexadecimal": (text) => bytesOf(text).toString("hex"),
  "in hexadecimal, in capitals": (text) => bytesOf(text).toString("hex").toUpperCase(),
  "in capitals": (text) => text.toUpperCase(),
};

function masking(...secrets: string[]) {
  const known = createSecrets();
  for (const secret of secrets) known.add(secret);
  return known.mask;
}

/** The longest stretch of `text` that stands in `shown`, too. */
function longestShown(text: string, shown: string): string {
  let longest = "";
  for (let from = 0; from < text.length; from++) {
    while (
      from + longest.length < text.length &&
      shown.includes(text.slice(from, from + longest.length + 1))
    ) {
      longest = text.slice(from, from + longest.length + 1);
    }
  }
  return longest;
}

describe.each([
  ["a token", token],
  ["a key", pem],
])("%s is masked", (_, secret) => {
  test.each(Object.entries(ways))("%s", (_, way) => {
    const mask = masking(secret);
    const written = way(secret);
    for (const [before, behind] of [
      ["", ""],
      ["bad key ", " of you"],
      ["key=", "&a=1"],
    ]) {
      const shown = mask(`${before}${written}${behind}`);
      expect(shown).toContain("[secret]");
      // What is left are bits that depend on the neighbouring text, and punctuation: a key begins and ends with five dashes.
      const rest = longestShown(written, shown.replace(before ?? "", ""));
      expect(rest.length).toBeLessThan(secret === pem ? 45 : 12);
      if (behind === " of you") expect(shown).toMatch(/^bad key .*\[secret\].* of you$/s);
    }
  });
});

describe("a key of several lines is masked", () => {
  const [, , body = ""] = pem.split("-----");
  const letters = body.replace(/\n/g, "");
  test.each([
    ...[16, 48, 76, 4000].map((width) => [
      `in lines of ${width}`,
      pem.replace(body, `\n${letters.replace(new RegExp(`.{${width}}`, "g"), "$&\n")}\n`),
    ]),
    ["in lines of Windows", pem.replaceAll("\n", "\r\n")],
    ["in lines of an environment variable", pem.replaceAll("\n", "\\n")],
    ["in lines of JSON", inJson(pem)],
    ["indented", pem.replaceAll("\n", "\n\t  ")],
    ["without its first and last line", body],
    ["without its lines' ends", letters],
  ])("%s", (_, written) => {
    const shown = masking(pem)(`bad key ${written}.`);
    expect(longestShown(letters, shown).length).toBeLessThan(8);
  });

  test("and whatever stretch of it is longer than a line", () => {
    const mask = masking(pem.replaceAll("\n", "\\n"));
    fc.assert(
      fc.property(
        fc.nat(letters.length - 50),
        fc.integer({ min: 50, max: 300 }),
        fc.integer({ min: 7, max: 90 }),
        (at, length, width) => {
          const cut = letters.slice(at, at + length);
          const shown = mask(`<${cut.replace(new RegExp(`.{${width}}`, "g"), "$&\\r\\n")}>`);
          expect(shown).toContain("[secret]");
          // Up to seven letters at each end, and the signs between them.
          expect(longestShown(cut, shown).length).toBeLessThan(12);
        },
      ),
    );
  });
});

test("whatever a secret is made of, whatever stands around it, however it is written", () => {
  const letter = fc.oneof(
    fc.constantFrom(..."abcXYZ0189"),
    fc.constantFrom(..."\\/\"'<>&%+-_= :;,{}[]()#!?.nrtux"),
    fc.constantFrom("é", "漢", "😀", "\n", "%20", "\\n", "\\u0041", "&amp;", "&#65;"),
  );
  const text = fc.array(letter, { maxLength: 30 }).map((all) => all.join(""));
  // With as many letters and digits as tell it from others.
  const secret = fc
    .tuple(text, fc.stringMatching(/^[a-zA-Z0-9]{12,20}$/), text)
    .map((all) => all.join(""));
  const encode = fc.constantFrom(
    ...Object.entries(ways).filter(([name]) => !/every other|capitals|JavaScript/.test(name)),
  );
  fc.assert(
    fc.property(secret, text, text, encode, (key, before, behind, [, way]) => {
      const core = /[a-zA-Z0-9]{12,20}/.exec(key)?.[0] ?? "";
      const mask = masking(key);
      const body = JSON.stringify({ a: `${before} `, b: 1, c: ` ${behind}` });
      const written = way(key);
      // As a value of JSON, and as what is put there without care.
      for (const whole of [
        JSON.stringify({ a: before, key: `${before} ${written} ${behind}`, b: 1 }),
        `${body} ${written} ${body}`,
      ]) {
        const shown = mask(whole);
        expect(shown, whole).toContain("[secret]");
        expect(shown).not.toContain(core);
        expect(shown).not.toContain(written);
        if (whole.startsWith('{"a"') && !whole.startsWith(body)) {
          expect(JSON.parse(shown)).toMatchObject({ a: before, b: 1 });
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test("an answer that repeats no secret is left as it is", () => {
  const mask = masking(token, pem, "12345678", "%".repeat(31), "\\".repeat(31));
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const whole = JSON.stringify({ value, id: "1234-5679", escaped: "\\u0041 &amp; %41 \\\\ +" });
      expect(mask(whole)).toBe(whole);
    }),
  );
});

test("a secret of hardly more than signs is masked as it is, and in a JSON of such", () => {
  for (const secret of [
    "%".repeat(31),
    "\\".repeat(31),
    "+-+-+-+-&&",
    "漢字漢字漢字漢字",
    "--++//==%%\\b",
  ]) {
    expect(masking(secret)(`bad ${secret} .`)).toBe("bad [secret] .");
  }
  expect(masking("\\".repeat(31))(`{"a":"${"\\".repeat(62)}"}`)).toBe('{"a":"[secret]"}');
});

test("a secret that has an escape is masked where white space breaks the escape", () => {
  expect(masking("an-api-key%41with-a-letter")("bad an-api-key%4 1with-a-letter .")).toBe(
    "bad [secret] .",
  );
});

test("a secret that begins or ends where an escape of its surroundings could is masked", () => {
  for (const secret of [
    "nabcdefghij",
    "u0041abcdefg",
    "41abcdefghij",
    "abcdefghij\\",
    "abcdefghij%4",
  ]) {
    for (const [before, behind] of [
      ["\\", "n"],
      ["%", "1 "],
      ["C:\\\\", "\\"],
      ["&", "amp;"],
    ]) {
      const shown = masking(secret)(`${before}${secret}${behind}`);
      expect(shown).toContain("[secret]");
      expect(longestShown(secret, shown).length).toBeLessThan(4);
    }
  }
});

test("several secrets, one inside of another or across another's end", () => {
  const mask = masking("abcdefgh12345678", "12345678ijklmnop", "efgh1234", "short");
  expect(mask("efgh1234")).toBe("[secret]");
  expect(mask("efgh1234efgh1234!")).toBe("[secret]!");
  expect(mask("abcdefgh12345678ijklmnop")).toBe("[secret]");
  expect(mask("abcdefgh12345678, 12345678ijklmnop; efgh1234 short")).toBe(
    "[secret], [secret]; [secret] short",
  );
});

test.each(["\\u0073k-planted-\\u006bey-1", "sk\\u002dplanted-key%2d1", "c2stcGxhbnRlZC1rZXktMQ"])(
  "%s is masked in the answer's values, its code, its message and its body",
  async (written) => {
    const accessToken = "sk-planted-key-1";
    const echo = (body: string) => fakeFetch(() => new Response(body)).fetch;
    const answer = `${JSON.stringify(acornAnswer).slice(0, -1)},"a":[{"b":{"c":"x ${written} y"}}]}`;
    const done = await acorn({ accessToken, fetch: echo(answer) }).refund(acornRequest);
    expect(done).toMatchObject({
      status: "succeeded",
      answer: { a: [{ b: { c: expect.stringMatching(/^x \[secret\].? y$/) } }] },
    });
    const failed = `{"state":"refused","error":{"code":"${written}","message":"No ${written}"}}`;
    const refused = await acorn({ accessToken, fetch: echo(failed) }).refund(acornRequest);
    expect(refused).toMatchObject({ code: expect.stringMatching(/^\[secret\].?$/) });
    const raw = acornFetchClient({ accessToken, fetch: echo(failed) });
    const read = await raw.GET("/payments/{id}", { params: { path: { id: "1" } } });
    for (const seen of [done, refused, read.data]) {
      expect(JSON.stringify(seen)).not.toMatch(/planted|c2stcGxhbnRlZ|u0073/);
    }
  },
);

test("a token that was obtained is masked in any encoding, too", async () => {
  const issuedToken = "issued.token/1234567890";
  const { fetch } = fakeFetch(({ url }) =>
    url.endsWith("/token")
      ? json({ state: "ok", token: issuedToken, expires: 4_000_000_000 })
      : json(`<p>bad ${Buffer.from(issuedToken).toString("hex")}`, 500),
  );
  const client = acorn(
    { fetch, accessToken: undefined, appId: "a", appKey: "the-key-1" },
    withTokenCall,
  );
  expect(await client.refund(acornRequest)).toMatchObject({ raw: { body: "<p>bad [secret]" } });
});
