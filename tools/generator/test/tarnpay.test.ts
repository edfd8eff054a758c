/** The made-up provider whose requests hold objects and lists: in a form, and in JSON. */
import { readFile } from "node:fs/promises";
import { createSandbox } from "@refunds/sandbox";
import { type Account, createRefunds, memoryJournal } from "refunds";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp, recording } from "./made-up.ts";

let tarnpay: MadeUp;
let spec: string;

beforeAll(async () => {
  tarnpay = await madeUp("tarnpay");
  spec = await readFile(new URL("fixtures/tarnpay.yaml", import.meta.url), "utf8");
}, 60_000);
afterAll(() => tarnpay?.remove());

const items = [
  { amount: 1000, tags: ["used"] },
  { amount: 50, is_gift: true },
];
const request = {
  payment: { charge: "ch_1" },
  amount: { value: 1050, currency: "EUR" },
  key: "order-1042-refund-1",
  extra: { metadata: { order_id: "6735" }, items },
};

test("what is generated type-checks", { timeout: 60_000 }, () => {
  expect(() => tarnpay.compile()).not.toThrow();
});

test("callers get the documented types", async () => {
  const types = (await tarnpay.read("packages/tarnpay/src/index.ts")).replaceAll(/\s+/g, " ");
  for (const type of [
    "/** Your own words about it. */ readonly metadata?: { readonly [name: string]: string; };",
    '/** What is refunded. */ readonly items: readonly { /** Minor units. */ readonly amount: number; readonly is_gift?: boolean; readonly tags?: readonly ("new" | "used")[]; }[];',
    'readonly about?: | string | readonly { readonly "field-name"?: string; readonly [name: string]: unknown; }[];',
  ])
    expect(types).toContain(type);
});

test("people see what to give", async () => {
  expect(await tarnpay.read("packages/tarnpay/README.md")).toContain(
    '  extra: { metadata: { order_id: "6735" }, items: [{ amount: 1000, tags: ["used"] }, { amount: 50, is_gift: true }] },',
  );
  const page = await tarnpay.read("docs/providers/tarnpay.md");
  expect(page).toContain("- `extra.metadata` (object, optional): Your own words about it.");
  expect(page).toContain("- `extra.items` (list): What is refunded.");
});

test("the bytes of the requests are those written by hand", async () => {
  const { fetch, sent } = recording();
  const client = tarnpay.client({ environment: "test", apiKey: "k", fetch });
  await client.refund(request);
  await client.query({
    payment: { charge: "ch_1" },
    extra: { metadata: { a: "1" }, about: [{ "field-name": "x", more: [null] }] },
  });
  await client.query({ payment: { charge: "ch_1" }, extra: { about: "all" } });
  const form = [
    "charge=ch_1",
    "amount=1050",
    "currency=EUR",
    "tracking%5Brefund_key%5D=order-1042-refund-1",
    "metadata%5Border_id%5D=6735",
    "items%5B0%5D%5Bamount%5D=1000",
    "items%5B0%5D%5Btags%5D%5B0%5D=used",
    "items%5B1%5D%5Bamount%5D=50",
    "items%5B1%5D%5Bis_gift%5D=true",
  ];
  expect(sent.map(({ body }) => body)).toEqual([
    form.join("&"),
    '{"charge":"ch_1","metadata":{"a":"1"},"about":[{"field-name":"x","more":[null]}]}',
    '{"charge":"ch_1","about":"all"}',
  ]);
});

describe("against its simulator", () => {
  async function open() {
    const sandbox = await createSandbox({ simulators: tarnpay.simulators });
    const provider = sandbox.provider("tarnpay");
    const options = { environment: "test", ...provider.credentials[0], fetch: sandbox.fetch };
    return { sandbox, provider, client: tarnpay.client(options) };
  }

  test("what the client sends is accepted", async () => {
    const { client, provider } = await open();
    expect(await client.refund(request)).toMatchObject({ status: "succeeded", refundId: "re_1" });
    const [, payment] = provider.payments;
    if (!payment) throw new Error("no sample payment");
    const sample = provider.requestFor(payment, 100, "k-2");
    expect(sample.extra).toEqual({ items });
    expect(await client.refund(sample)).toMatchObject({ status: "succeeded" });
    expect(
      await client.query({ payment: { charge: "ch_1" }, extra: { about: [{ any: 1 }] } }),
    ).toMatchObject({ status: "found" });
    expect(
      await client.query({ payment: { charge: "ch_1" }, extra: { about: "all" } }),
    ).toMatchObject({ status: "found" });
  });

  test("its own example is accepted", async () => {
    const { sandbox, provider } = await open();
    const example = await provider.exampleRefund("https://api.test.tarnpay.example/v1");
    if (!example) throw new Error("no example");
    const { url, ...init } = example;
    expect(init.body).toContain("&items%5B0%5D%5Bamount%5D=1000&");
    expect((await sandbox.fetch(url, init)).status).toBe(200);
  });

  const start = "charge=ch_1&amount=10&currency=EUR&tracking[refund_key]=k-9";

  // Brackets as they are, as in `curl -d "metadata[order_id]"=6735`.
  test.each([
    ["&items[0][amount]=10", undefined],
    ["&items[0][amount]=10&metadata[a]=1&metadata[b]=2", undefined],
    ["&items[0][amount]=10&items[0][amount]=10", "the body has a duplicate field"],
    ["&items=10", "body#/items must be of type array"],
    ["&items[1][amount]=10", "body#/items must be array"],
    ["&items[0][amount]=0", "body#/items /0/amount must be at least 1"],
    ["&items[0][amount]=ten", "body#/items /0/amount must be of type integer"],
    ["&items[0][is_gift]=true", "body#/items /0 has no amount"],
    ["&items[0][amount]=1&items[0][cost]=1", "body#/items /0 has no member cost"],
    [
      "&items[0][amount]=1&metadata[a]=1&metadata[b]=1&metadata[c]=1",
      "body#/metadata must have 2 members or fewer",
    ],
    ["&items[0][amount]=1&metadata[a]=1&metadata=1", "the body has a duplicate field"],
    ["&metadata[a]=1", "body#/items is missing"],
  ])("the form %s", async (rest, because) => {
    const { sandbox } = await open();
    const answer = await sandbox.fetch("https://api.test.tarnpay.example/v1/refunds", {
      method: "POST",
      headers: {
        authorization: "Bearer sandbox-key",
        "content-type": "application/x-www-form-urlencoded",
        "idempotency-key": "k-9",
      },
      body: start + rest,
    });
    expect([answer.status, sandbox.requests.at(-1)?.because]).toEqual(
      because ? [400, because] : [200, sandbox.requests.at(-1)?.because],
    );
  });

  test("a key is one request, whatever the order of members", async () => {
    const { client, sandbox } = await open();
    const refunds = createRefunds({
      accounts: { eu: client as unknown as Account },
      journal: memoryJournal(),
    });
    const refund = (extra: object) => refunds.refund({ account: "eu", ...request, extra } as never);
    const metadata = { order_id: "6735", shop: "1" };
    expect(await refund({ metadata, items })).toMatchObject({ status: "succeeded" });
    const turned = { metadata: { shop: "1", order_id: "6735" } };
    const [{ amount, tags }, second] = items as [(typeof items)[0], (typeof items)[1]];
    expect(await refund({ items: [{ tags, amount }, second], ...turned })).toMatchObject({
      status: "succeeded",
    });
    expect(sandbox.refunds).toHaveLength(1);
    const other = (extra: object) => expect(refund({ metadata, items, ...extra })).rejects;
    await other({ metadata: { ...metadata, order_id: "6736" } }).toThrow(
      'belongs to another refund (extra.metadata/order_id was "6735" and is "6736")',
    );
    await other({ items: items.toReversed() }).toThrow("extra.items/0/amount was 1000 and is 50");
    await other({ metadata: undefined }).toThrow('extra.metadata/shop was "1" and is missing');
    expect(sandbox.requests).toHaveLength(1);
  });
});

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

test("a table without these words has no such feature", async () => {
  expect(await problemsOf(northpay)).toEqual([]);
  const { generate } = await import("../src/index.ts");
  const files = await generate({
    specs: new Map([["specs/northpay.yaml", northpay]]),
    existing: new Map(),
  });
  expect(files.get("packages/northpay/src/features.ts")).not.toMatch(/nested/i);
});
