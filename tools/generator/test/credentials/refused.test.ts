import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { change, lineOf, problemsOf } from "../fixtures.ts";

const larkpay = await readFile(new URL("../fixtures/larkpay.yaml", import.meta.url), "utf8");
const wrenpay = await readFile(new URL("../fixtures/wrenpay.yaml", import.meta.url), "utf8");
const problems = (text: string) => problemsOf(text, "specs/larkpay.yaml");

test("the fixtures have no problem", async () => {
  expect(await problems(larkpay)).toEqual([]);
  expect(await problemsOf(wrenpay, "specs/wrenpay.yaml")).toEqual([]);
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

const live = "https://{shop}-api.{region}.wrenpay.example/v1";

/** Name, piece of the other fixture, what to put there, and the complaint. */
const hosts: readonly (readonly [name: string, piece: string, by: string, complaint: string])[] = [
  [
    "a variable at the end of the host",
    live,
    "https://api.wrenpay.{shop}.{region}/v1",
    "a variable could name any host; after the last one, the host needs two fixed parts",
  ],
  [
    "a variable before the last part",
    live,
    "https://{shop}.{region}.example",
    "could name any host",
  ],
  [
    "a variable within the domain",
    live,
    "https://{region}.{shop}pay.example",
    "could name any host",
  ],
  [
    "a variable in the path",
    live,
    "https://{shop}.wrenpay.example/{region}",
    "{region} is not in the host; send it",
  ],
  [
    "a variable that is not declared",
    live,
    live.replace("{shop}", "{shp}"),
    '{shp} is not among variables; did you mean "shop"?',
  ],
  [
    "a variable that is not in the URL",
    live,
    live.replace("{shop}-", ""),
    "{shop} is not in the URL; remove it",
  ],
  ["a variable of nothing", ", enum: [eu, us]", "", '"region" needs one of x-setting and enum'],
  [
    "a variable of both",
    "default: eu, ",
    "default: eu, x-setting: shopId, ",
    '"region" needs one of x-setting and enum',
  ],
  [
    "a choice that is more than a part",
    "enum: [eu, us]",
    "enum: [eu, us.evil]",
    '"us.evil" is not one part of a host name',
  ],
  ["a default that is not a choice", "default: eu", "default: asia", '"asia" is not in the enum'],
  [
    "a choice with the name of an option",
    "{region}.wrenpay.example/v1",
    "{fetch}.wrenpay.example/v1",
    "{fetch} is not among variables",
  ],
  [
    "a setting that is not declared",
    "x-setting: shopId",
    "x-setting: shpId",
    '"shpId" is not among x-settings; did you mean "shopId"?',
  ],
  [
    "a sample that is not a part",
    "shopId: Sample-Shop",
    "shopId: sample.shop",
    'the sample of "shopId" is not one part of a host name',
  ],
  [
    "a token host in plain http",
    "https://login.test",
    "http://login.test",
    "is not https; money is not sent in the clear",
  ],
  [
    "a token host of one environment",
    '        - { url: "https://login.test.wrenpay.example", x-environment: test, x-source: page }\n',
    "",
    "there is no test server of the token call; give both the same environments",
  ],
  ["another flow", "clientCredentials:", "password:", "the flow password is not supported"],
  [
    "another tokenUrl",
    'tokenUrl: "https://login.wrenpay.example',
    'tokenUrl: "https://evil.example',
    "a token is obtained at https://login.wrenpay.example/oauth2/token or",
  ],
  [
    "a flow that nothing performs",
    "gives: accessToken",
    "gives: clientId",
    'no operation obtains "accessToken"',
  ],
  [
    "a token call that needs its token",
    "        - client: []\n",
    "        - oauth: []\n",
    'the token call would send "accessToken", which it obtains; give it a security of its own',
  ],
  [
    "a new token after a success",
    "/state: done }, means: succeeded,",
    "/state: done }, means: succeeded, repeat: new-token,",
    "repeat belongs to a decline that moved no money, not to succeeded",
  ],
];

describe("a host or a token call refused:", () => {
  for (const [name, piece, by, complaint] of hosts) {
    test(name, async () => {
      const found = await problemsOf(change(wrenpay, piece, by), "specs/wrenpay.yaml");
      expect(found.join("\n")).toContain(complaint);
    });
  }
});
