import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { change, lineOf, problemsOf } from "../fixtures.ts";

const larkpay = await readFile(new URL("../fixtures/larkpay.yaml", import.meta.url), "utf8");
const problems = (text: string) => problemsOf(text, "specs/larkpay.yaml");

test("the fixture has no problem", async () => {
  expect(await problems(larkpay)).toEqual([]);
});

const pair = "{ username: accountId, password: secretKey }";

/** Name, piece of the fixture, what to put there, and the complaint near that line or near another piece. */
const cases: readonly (readonly [
  name: string,
  piece: string,
  by: string,
  complaint: string,
  near?: string,
])[] = [
  [
    "HTTP Basic of one credential",
    pair,
    "secretKey",
    'http basic sends a user name and a password; write { username: <credential>, password: <credential> or "" }',
  ],
  [
    "a pair where one credential is sent",
    "x-credential: terminalKey",
    "x-credential: { username: terminalKey, password: terminalKey }",
    "apiKey header sends one credential; name it",
  ],
  [
    "a user name that is not a credential",
    "username: accountId",
    "username: acountId",
    '"acountId" is not among x-credentials; did you mean "accountId"?',
  ],
  [
    "a password that is not a credential",
    "password: secretKey",
    "password: secretKy",
    '"secretKy" is not among x-credentials; did you mean "secretKey"?',
  ],
  ["no user name", pair, '{ username: "", password: secretKey }', "fewer than 1 character"],
  [
    "no password",
    pair,
    "{ username: secretKey }",
    "or { username, password } for http basic; the password may be empty",
  ],
  [
    "HTTP Basic without a secret",
    pair,
    '{ username: accountId, password: "" }',
    "none of accountId is secret; mark the secret one with secret: true",
  ],
  [
    "a prefix of HTTP Basic",
    `x-credential: ${pair}`,
    `x-prefix: "Basic "\n      x-credential: ${pair}`,
    "x-prefix belongs to an apiKey in a header, not to http basic; remove it: it is sent by itself",
  ],
  ["a prefix that no header can hold", '"TERMINAL_KEY "', '"ключ "', "has the wrong form"],
  [
    "two schemes at one place",
    "name: X-Terminal",
    "name: authorization",
    '"terminal" fills header.authorization, which "account" already fills; a place holds one value',
  ],
  [
    "a scheme that is not supported",
    "scheme: basic",
    "scheme: digest",
    "(http digest) is not supported",
  ],
  [
    "one URL, and nothing that tells the environments apart",
    '      environments: { live: "^live:", test: "^test:" }\n',
    "",
    "both servers have one URL, and nothing here tells a live credential from one for tests; add environments",
  ],
  [
    "a pattern that is not one",
    'live: "^live:"',
    'live: "^live("',
    '"^live(" is not a regular expression',
  ],
  ["two equal patterns", 'live: "^live:"', 'live: "^test:"', "both patterns are the same"],
  [
    "a sample of the other environment",
    '"test:sandbox',
    '"live:sandbox',
    '"secretKey" is not only a credential of test by its environments; give a sample of test',
  ],
  ["another environment", 'live: "^live:"', 'staging: "^live:"', '"staging" is not a word'],
  [
    "a setting that is not declared",
    "settings.shop: body#/shop",
    "settings.shp: body#/shop",
    '"shp" is not among x-settings; did you mean "shop"?',
  ],
  [
    "a setting that nothing uses",
    "          settings.channel: query.channel\n",
    "",
    'nothing uses the setting "channel"; send settings.channel, or remove it',
    "  channel:\n    desc",
  ],
  [
    "a setting that is a credential",
    "  channel:\n    desc",
    "  accountId:\n    desc",
    '"accountId" is a credential, too; an option has one meaning',
  ],
  [
    "a setting with the name of another option",
    "  channel:\n    desc",
    "  fetch:\n    desc",
    '"fetch" is an option of every client; give it another name',
  ],
  [
    "an optional setting at a required place",
    "took the payment.\n",
    "took the payment.\n    optional: true\n",
    '"settings.shop" may be left out, and body#/shop is required',
    "settings.shop: body#/shop",
  ],
  [
    "an optional part of HTTP Basic",
    "description: The account's key.\n",
    "description: The account's key.\n      optional: true\n",
    '"secretKey" may be left out, and HTTP Basic needs it; require it',
    pair,
  ],
  [
    "a setting without a sample",
    "settings: { shop: oslo-1, channel: web }",
    "settings: { shop: oslo-1 }",
    'the setting "channel" has no sample value; add it to x-sandbox.settings',
  ],
  [
    "a sample that breaks its schema",
    "channel: web }",
    "channel: phone }",
    'the sample of "channel" must be web or store',
  ],
];

describe("refused with its line:", () => {
  for (const [name, piece, by, complaint, near = piece] of cases) {
    test(name, async () => {
      const text = change(larkpay, piece, by);
      const found = await problems(text);
      expect(found.join("\n")).toContain(complaint);
      const at = lineOf(larkpay, near);
      const lines = found.filter((problem) => problem.includes(complaint)).map(Number.parseFloat);
      expect(lines.every((line) => Math.abs(line - at) <= 10)).toBe(true);
    });
  }
});
