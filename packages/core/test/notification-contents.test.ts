import { sign as signWith } from "node:crypto";
import {
  byPublicKey,
  bySameSignature,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";
import { describe, expect, test } from "vitest";
import { asSigned, header, hex, message, read, secret, table, text } from "./support/notified.ts";
import { openssl } from "./support/openssl.ts";

const believed = {
  verified: true,
  delivery: "ev_1",
  events: [{ status: "succeeded", key: "k-1" }],
};

describe("what a notification says", () => {
  const eventOf = async (change: object, own: Partial<NotificationTable> = {}) =>
    (await read(asSigned(JSON.stringify({ ...message, ...change })), own)).events[0];

  test("a condition needs all of its members", async () => {
    expect(await eventOf({ type: "failed", reason: "balance" })).toMatchObject({
      status: "declined",
      reason: "unspecified",
      by: "/type failed, /reason present",
    });
    expect(await eventOf({ type: "failed" })).toBeUndefined();
    expect(await eventOf({ type: "disputed" })).toBeUndefined();
  });

  test("one that names no refund says nothing of any", async () => {
    expect(await eventOf({ key: null, refund: null, charge: null })).toBeUndefined();
    expect(await eventOf({ key: null, refund: null })).toMatchObject({
      payments: [{ charge: "ch_1" }],
    });
    expect(await eventOf({ charge: 17 })).toMatchObject({ payments: [{ charge: "17" }] });
  });

  test.each([[{ amount: "10.50" }], [{ amount: null }], [{ currency: "EURO" }], [{ amount: -5 }]])(
    "with the amount %j it is only a reason to ask",
    async (change) => {
      const event = await eventOf(change);
      expect(event).toMatchObject({ status: "succeeded", confirm: true });
      expect(event).not.toHaveProperty("amount");
    },
  );

  test("its amount keeps all digits", async () => {
    expect(await eventOf({ amount: 9007199254740991 })).toMatchObject({
      amount: { value: 9007199254740991, currency: "EUR" },
    });
    expect(await eventOf({ amount: "9007199254740993" })).not.toHaveProperty("amount");
  });

  test("values come from the query and the headers, too", async () => {
    const about = { "payment.charge": "query.data.id", key: "header.X-Key" };
    const own = { about, delivery: "header.X-Delivery" };
    const headers = { signature: header(text), "x-delivery": "d-1", "X-Key": "k-2" };
    expect(
      await read({ headers, body: text, url: "/hooks?data.id=77&type=x#y" }, own),
    ).toMatchObject({
      delivery: "d-1",
      events: [{ key: "k-2", payments: [{ charge: "77" }] }],
    });
    const twice = await read({ headers, body: text, url: "/hooks?data.id=77&data.id=78" }, own);
    expect(twice.events[0]?.payments).toEqual([]);
  });
});

/** As Yedpay signs: the names of the first level sorted, what is inside as it was sent. */
const form: Partial<NotificationTable> = {
  verify: {
    algorithm: "HMAC-SHA-256",
    key: "credentials.webhookSecret",
    over: [
      { fields: "body", except: ["sign", "sign_type"], sort: "first-level", pair: "=", join: "&" },
    ],
    encoding: "hex",
    from: "body#/sign",
  },
  media: "form",
  about: { "refund.id": "/transaction/id" },
  rules: [{ when: { "/transaction/status": "refunded" }, proves: "succeeded", confirm: true }],
};

describe("a form", () => {
  const fields =
    "transaction%5Bstatus%5D=refunded&transaction%5Bid%5D=A+1%26&success=1&sign_type=HMAC_SHA256";
  const sign = hex("sha256", secret, "success=1&transaction[status]=refunded&transaction[id]=A 1&");

  test("is verified and read by its fields", async () => {
    const own = { ...form, delivery: "/transaction/id" };
    const { amount: _, ...without } = table;
    expect(await readForm({ ...without, ...own }, `${fields}&sign=${sign}`)).toMatchObject({
      verified: true,
      delivery: "A 1&",
      events: [{ status: "succeeded", confirm: true, refundId: "A 1&" }],
    });
  });

  test("with a field twice is not believed, even if it is signed", async () => {
    const both = hex("sha256", secret, "success=1&success=2&transaction[status]=refunded");
    const body = `success=1&success=2&transaction%5Bstatus%5D=refunded&sign=${both}`;
    expect(await readForm({ ...table, ...form }, body)).toMatchObject({
      verified: false,
      events: [],
      response: { status: 401 },
    });
  });

  test.each([
    ["in another order inside", `${fields.split("&").toSorted().join("&")}&sign=${sign}`, 401],
    ["with another field", `${fields}&more=1&sign=${sign}`, 401],
    ["with a field twice", `${fields}&success=1&sign=${sign}`, 401],
    ["without its signature", fields, 401],
    ["with a prototype", `${fields}&__proto__%5Bpolluted%5D=1&sign=${sign}`, 401],
  ])("%s is not believed", async (_, body, status) => {
    expect(await readForm({ ...table, ...form }, body)).toMatchObject({
      verified: false,
      events: [],
      response: { status },
    });
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  const readForm = (own: NotificationTable, body: string) =>
    notificationReader(own, bySameSignature({ load: secretKey }))(
      {
        provider: "acorn",
        given: { "credentials.webhookSecret": secret },
        identifiedBy: [["payment.charge"]],
      },
      { headers: {}, body },
    );
});

test("by a public key", async () => {
  const key = openssl("genpkey -algorithm ed25519");
  const verify = {
    algorithm: "Ed25519",
    key: "credentials.webhookSecret",
    over: ["body"],
    encoding: "base64",
    from: "header.Signature",
  } as const;
  const reader = notificationReader({ ...table, verify }, byPublicKey());
  const given = { "credentials.webhookSecret": openssl("pkey -pubout", key) };
  const context = { provider: "acorn", given, identifiedBy: [] };
  const signature = signWith(null, Buffer.from(text), key).toString("base64");
  expect(await reader(context, asSigned(text, signature))).toMatchObject(believed);
  expect(await reader(context, asSigned(text, `${signature.slice(0, -4)}AAA=`))).toMatchObject({
    verified: false,
  });
  const wrong = { ...context, given: { "credentials.webhookSecret": "no key" } };
  await expect(reader(wrong, asSigned(text, signature))).rejects.toMatchObject({
    code: "invalid_options",
    problems: [{ field: "webhookSecret" }],
  });
});

test("a provider that does not sign gives reasons to ask", async () => {
  const { verify: _, ...unsigned } = table;
  const rules = table.rules.map((rule) => ({ ...rule, confirm: true as const }));
  const context = { provider: "acorn", given: {}, identifiedBy: [["payment.charge"]] };
  const notification = await notificationReader({ ...unsigned, rules })(context, {
    headers: {},
    body: text,
  });
  expect(notification).toMatchObject({
    verified: false,
    events: [{ confirm: true, refundId: "re_1" }],
  });
  expect(notification).not.toHaveProperty("problem");
  expect(notification.response.status).toBe(200);
});
