/** Mistakes in a spec whose requests hold objects and lists. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { change, lineOf, problemsOf } from "./fixtures.ts";

const spec = await readFile(new URL("fixtures/tarnpay.yaml", import.meta.url), "utf8");

describe("a spec that could not mean what it says is refused", () => {
  /** What is wrong after a change, at the line of `mark`. */
  const problem = async (piece: string, by: string, mark = by) => {
    const text = change(spec, piece, by);
    const found = await problemsOf(text, "specs/tarnpay.yaml");
    const here = `${lineOf(text, mark)} `;
    expect(found.filter((each) => !each.startsWith(here))).toEqual([]);
    return found.map((each) => each.slice(here.length)).join("\n");
  };
  const encoding = "metadata: { style: deepObject, explode: true, x-source: page }";
  const anything = "additionalProperties: { type: string, maxLength: 500 }";
  const gift = "is_gift: { type: boolean, x-source: page }";
  const about = "type: [string, array]";

  test.each<[string, string, string, string, string?]>([
    [
      "a nested field without encoding",
      `              ${encoding}\n`,
      "",
      '"metadata" is nested, which a form cannot hold without encoding; if the provider documents metadata[field], add encoding: { metadata: { style: deepObject, explode: true } }; otherwise write it as text, or send JSON',
      "    Metadata:\n",
    ],
    [
      "an encoding of another field",
      encoding,
      `${encoding}\n              metdata: { style: deepObject, explode: true }`,
      'the form has no "metdata"; did you mean "metadata"?',
      "metdata",
    ],
    [
      "an encoding of one value",
      encoding,
      `${encoding}\n              charge: { style: form, explode: true }`,
      '"charge" is one value, which needs no encoding; remove it',
      "charge: { style",
    ],
    [
      "a list that OpenAPI does not define",
      ", x-lists: index",
      "",
      `OpenAPI does not say how a form writes a list, here in "items"; if the provider documents items[0], add x-lists: index to its encoding`,
      "                items:\n",
    ],
    [
      "x-lists without a list",
      encoding,
      encoding.replace("true,", "true, x-lists: index,"),
      '"metadata" has no list, so x-lists says nothing; remove it',
      "    Metadata:\n",
    ],
    [
      "another word for how lists are written",
      "x-lists: index",
      "x-lists: repeat",
      '"repeat" cannot stand here; it must be "index"',
    ],
    [
      "a flat name of a nested field",
      "                charge: {",
      '                "metadata[order]": { type: string, x-source: page }\n                charge: {',
      '"metadata[order]" is also a field inside "metadata"; describe it among the properties of metadata',
      '"metadata[order]"',
    ],
    [
      "an object without members",
      anything,
      "x-assumption: none",
      'nothing says which members "extra.metadata" can have here; add properties, or additionalProperties with the schema of each (true: any)',
      "    Metadata:\n",
    ],
    [
      "members of any type in a form",
      anything,
      "additionalProperties: true",
      "a form cannot hold members of any type; say their type in additionalProperties",
      "    Metadata:\n",
    ],
    [
      "an empty object in a form",
      "      minProperties: 1\n",
      "",
      "a form cannot hold an empty object; add minProperties: 1",
      "    Metadata:\n",
    ],
    [
      "an empty list in a form",
      "tags: { type: array, minItems: 1,",
      "tags: { type: array,",
      "a form cannot hold an empty list; add minItems: 1",
    ],
    [
      "null in a form",
      gift,
      'is_gift: { type: [boolean, "null"], x-source: page }',
      "a form cannot hold null; remove the type",
    ],
    [
      "a member of any type in a form",
      gift,
      "is_gift: { x-source: page }",
      "a form cannot hold a value of any type; say its type",
    ],
    [
      "money inside",
      gift,
      "is_gift: { type: boolean, x-money: { unit: minor }, x-source: page }",
      '"extra.items" is passed on as it is, so x-money would not be applied; remove it, and describe the form in the schema',
    ],
    [
      "alternatives inside",
      gift,
      "is_gift: { type: boolean, anyOf: [{ const: true }], x-source: page }",
      'anyOf is not checked inside "extra.items"; leave it out (a list of types says "either")',
    ],
    [
      "a list without items",
      '                  items: { type: object, additionalProperties: true, properties: { "field-name": { type: string, x-source: page } } }\n',
      "",
      `nothing says what items "extra.about" can have here; add items`,
      "                about:\n",
    ],
    [
      "null for the whole",
      about,
      'type: [string, array, "null"]',
      '"extra.about" is sent or left out, so null at body#/about would not be sent; remove that type',
      "extra.about: body",
    ],
    [
      "an echo",
      "currency: /currency }\n        refundId",
      "currency: /currency, extra.items: /id }\n        refundId",
      '"extra.items" is an object or a list, and an echo compares one value; remove it',
      "extra.items: /id",
    ],
    [
      "a place inside",
      "key: [header.Idempotency-Key, body#/tracking/refund_key]\n          extra.metadata: body#/metadata",
      "key: [header.Idempotency-Key, body#/tracking/refund_key]\n          extra.metadata: body#/tracking",
      'body#/tracking/refund_key is inside body#/tracking, which "extra.metadata" fills as a whole; give "extra.metadata" one field of its own, or remove one of them',
      "key: [header",
    ],
    [
      "an encoding of JSON",
      '      responses:\n        "200":\n          description: The charge.',
      '            encoding: { about: { style: deepObject, explode: true } }\n      responses:\n        "200":\n          description: The charge.',
      "encoding says how a form writes its fields, and this body is JSON; remove it",
      "encoding: { about",
    ],
    [
      "a required one that nothing shows",
      ", items: [{ amount: 1000, tags: [used] }, { amount: 50, is_gift: true }] }\n                value",
      " }\n                value",
      `"extra.items" is required, and no example shows what a caller gives for it; add it to x-given of an example`,
      "extra.items: body",
    ],
    [
      "a keyword that only answers would have",
      '                  metadata: { $ref: "#/components/schemas/Metadata" }\n        4XX',
      "                  metadata: { type: object, additionalProperties: { type: string }, x-source: page }\n        4XX",
      'the schema keyword "additionalProperties" is not supported; unknown fields are always allowed, so leave it out',
      "metadata: { type: object, add",
    ],
  ])("%s", async (_, piece, by, said, mark = by) => {
    expect(await problem(piece, by, mark)).toContain(said);
  });
});
