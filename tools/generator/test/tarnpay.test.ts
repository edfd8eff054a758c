import { createSandbox } from "@refunds/sandbox";
import { type Account, createRefunds, memoryJournal } from "refunds";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { northpay, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp, recording } from "./made-up.ts";

let tarnpay: MadeUp;

beforeAll(async () => {
  tarnpay = await madeUp("tarnpay");
});
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

test("what is generated type-checks", () => {
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

test("a table without these words has no such feature", async () => {
  expect(await problemsOf(northpay)).toEqual([]);
  const { generate } = await import("../src/index.ts");
  const files = await generate({
    specs: new Map([["specs/northpay.yaml", northpay]]),
    existing: new Map(),
  });
  expect(files.get("packages/northpay/src/features.ts")).not.toMatch(/nested/i);
});

test("a notification is decrypted with the account's key, and says what the spec says of it", async () => {
  const sandbox = await createSandbox({ simulators: tarnpay.simulators });
  const simulator = sandbox.provider("tarnpay");
  const [credentials] = simulator.credentials;
  const client = (own: object) =>
    tarnpay.client({ environment: "test", ...credentials, ...own, fetch: sandbox.fetch });
  await client({}).refund(request);
  const sent = await simulator.notification(1, "succeeded");
  expect(await sent.clone().text()).not.toContain("ch_1");
  const receive = (own: object) => (client(own) as unknown as Receiver).notification(sent.clone());
  expect(await receive({})).toMatchObject({
    verified: true,
    events: [
      {
        status: "succeeded",
        confirm: false,
        key: "order-1042-refund-1",
        payments: [{ charge: "ch_1" }],
        amount: { value: 1050, currency: "EUR" },
      },
    ],
  });
  const otherKey = { sealKey: "another-key-with-32-bytes-of-txt" };
  const refused = { verified: false, events: [], response: { status: 401 } };
  expect(await receive(otherKey)).toMatchObject(refused);
  expect(await receive({ webhookSecret: "another" })).toMatchObject(refused);
  expect(await tarnpay.read("docs/providers/tarnpay.md")).toContain(
    "the client verifies and decrypts it with `webhookSecret` and `sealKey`",
  );
});

interface Receiver {
  notification(request: Request): Promise<object>;
}
