/** What a spec says of an encrypted part, and what of it is refused. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { change, problemsOf } from "./fixtures.ts";

const tarnpay = await readFile(new URL("fixtures/tarnpay.yaml", import.meta.url), "utf8");

test("what Tarnpay encrypts has no problem", async () => {
  expect(await problemsOf(tarnpay, "specs/tarnpay.yaml")).toEqual([]);
});

test.each([
  [
    "that is not signed",
    "          over: [body]",
    "          over: [header.Tarn-Signature]",
    "it is decrypted after the body's signature was verified; sign body in `verify`",
  ],
  [
    "that is not there",
    "at: /sealed/text\n",
    "at: /sealed/tex\n",
    'a notification has no /sealed/tex: there is no "tex"; did you mean "text"?',
  ],
  [
    "with a nonce that is not there",
    "nonce: /sealed/nonce\n",
    "nonce: /sealed/once\n",
    'a notification has no /sealed/once: there is no "once"; did you mean "nonce"?',
  ],
  [
    "whose content is not described",
    "at: /sealed/text\n",
    "at: /sealed/kind\n",
    "nothing says what /sealed/kind holds when it is decrypted; give its schema contentSchema",
  ],
  [
    "whose key has any length",
    "minLength: 32, maxLength: 32",
    "minLength: 1",
    '"sealKey" is a key of 32 bytes, and its credential does not say so; give it secret: true, and minLength and maxLength 32',
  ],
  [
    "by an unknown key",
    "key: credentials.sealKey",
    "key: credentials.seelKey",
    '"seelKey" is not among x-credentials; did you mean "sealKey"?',
  ],
  [
    "in a list of events",
    "        about: { key: /sealed",
    "        each: /sealed/*\n        about: { key: /sealed",
    "a list of events has no encrypted part; remove one of them",
  ],
])("an encrypted part %s is refused", async (_, piece, by, complaint) => {
  const problems = await problemsOf(change(tarnpay, piece, by), "specs/tarnpay.yaml");
  expect(
    problems.some((problem) => problem.includes(complaint)),
    problems.join("\n"),
  ).toBe(true);
});
