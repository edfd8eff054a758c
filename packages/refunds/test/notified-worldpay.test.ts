/** Worldpay's events, signed by hand as its page describes it. No query shows what they say, so they prove it. */
import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { createRefunds, memoryJournal, worldpay } from "../src/index.ts";
import { sandbox } from "./support/shop.ts";

const secret = "a-shared-secret";
const body = (type: string, more: object = {}) =>
  JSON.stringify({
    eventId: `event-of-${type}`,
    eventDetails: {
      classification: "payment",
      type,
      reference: "order-1042-refund-1",
      amount: { value: 1050, currencyCode: "GBP" },
      ...more,
    },
  });
const sign = (text: string, key = secret) => createHmac("sha256", key).update(text).digest("hex");

const client = worldpay({
  baseUrl: "http://127.0.0.1:9",
  username: "user",
  password: "password",
  webhookSecret: secret,
});
/** The card issuer approved it. */
const approved = { refund: { onlineRefundAuthorization: "987654" } };
const sent = body("sentForRefund", approved);

test.each([
  ["one signature", `1/SHA256/${sign(sent)}`],
  ["two, in any order", `2/SHA256/${sign(sent)},1/SHA256/${sign(sent, "a-former-secret")}`],
  ["two, with a space", `1/SHA256/${sign(sent, "a-former-secret")}, 2/SHA256/${sign(sent)}`],
])("%s", async (_, signature) => {
  const headers = { "event-signature": signature };
  expect(await client.notification({ headers, body: sent })).toMatchObject({
    verified: true,
    delivery: "event-of-sentForRefund",
    events: [
      {
        status: "succeeded",
        confirm: false,
        key: "order-1042-refund-1",
        amount: { value: 1050, currency: "GBP" },
      },
    ],
  });
});

test.each([
  ["another secret", `1/SHA256/${sign(sent, "another")}`, sent],
  ["another hash", `1/SHA512/${createHmac("sha512", secret).update(sent).digest("hex")}`, sent],
  ["another text", `1/SHA256/${sign(sent)}`, body("refundFailed")],
  [
    "the same JSON in other bytes",
    `1/SHA256/${sign(sent)}`,
    JSON.stringify(JSON.parse(sent), null, 1),
  ],
  ["no signature", "1/SHA256/", sent],
])("%s is refused", async (_, signature, text) => {
  const headers = { "event-signature": signature };
  const { verified, events, response } = await client.notification({ headers, body: text });
  expect([verified, events, response.status]).toEqual([false, [], 401]);
});

const read = async (text: string) => {
  const headers = { "event-signature": `1/SHA256/${sign(text)}` };
  return (await client.notification({ headers, body: text })).events.map(({ status }) => status);
};

/** The card issuer refused it. */
const refused = { refund: { refusal: { code: "5", description: "Do not honor" } } };

test("a refund that the card issuer refused never happened, and one that failed otherwise came back", async () => {
  expect(await read(body("refundFailed", refused))).toEqual(["declined"]);
  for (const refund of [
    undefined,
    {},
    { refusal: null },
    { ...approved.refund, ...refused.refund },
  ])
    expect(await read(body("refundFailed", { refund }))).toEqual(["reversed"]);
});

test("a refund that was requested is pending, until the card issuer approved it", async () => {
  expect(await read(body("sentForRefund"))).toEqual(["pending"]);
  expect(await read(body("sentForRefund", { refund: {} }))).toEqual(["pending"]);
  const noNumber = { refund: { onlineRefundAuthorization: null } };
  expect(await read(body("sentForRefund", noNumber))).toEqual(["pending"]);
  const emptyNumber = { refund: { onlineRefundAuthorization: "" } };
  expect(await read(body("sentForRefund", emptyNumber))).toEqual(["pending"]);
  expect(await read(sent)).toEqual(["succeeded"]);
  expect(await read(body("refunded"))).toEqual(["succeeded"]);
});

/** A shop whose account is the sandbox's, and which gets the events that the test signs. */
function worldpayShop() {
  sandbox.reset();
  sandbox.inject();
  const [credentials] = sandbox.provider("worldpay").credentials;
  const account = worldpay({
    environment: "test",
    ...(credentials as { username: string; password: string }),
    webhookSecret: secret,
    fetch: sandbox.fetch,
  });
  const refunds = createRefunds({ accounts: { shop: account }, journal: memoryJournal() });
  const [sample] = sandbox.provider("worldpay").payments;
  const payment = sample?.payment as { paymentId: string; linkData: string };
  const amount = { value: 1050, currency: "GBP" } as const;
  const refund = (key: string) => refunds.refund({ account: "shop", key, payment, amount });
  const deliver = (text: string) =>
    refunds.notification("shop", {
      headers: { "event-signature": `1/SHA256/${sign(text)}` },
      body: text,
    });
  return { refund, deliver };
}

const key = "order-1042-refund-1";

test("a refund that the card issuer refused is declined, and one that it had approved is for a person", async () => {
  const { refund, deliver } = worldpayShop();
  await refund(key);
  for (const is of ["recorded", "unchanged"])
    expect((await deliver(body("refundFailed", refused))).refunds).toMatchObject([
      { is, outcome: { status: "declined", because: "notification_proved" } },
    ]);
  const other = { reference: "order-1042-refund-2" };
  await refund(other.reference);
  await deliver(body("sentForRefund", { ...approved, ...other }));
  expect((await deliver(body("refundFailed", { ...refused, ...other }))).refunds).toMatchObject([
    { outcome: { status: "needs_review" } },
  ]);
  // An approval contradicts the refusal, also if it comes later.
  expect((await deliver(sent)).refunds).toMatchObject([{ outcome: { status: "needs_review" } }]);
});

test("a refund is pending, is sent, and comes back; another amount is looked at by a person", async () => {
  const { refund, deliver } = worldpayShop();
  // A try that never left does not make it unclear which one the events are about: they name the key alone.
  sandbox.inject(() => "refuse");
  expect((await refund(key)).status).toBe("not_sent");
  sandbox.inject();
  expect((await refund(key)).status).toBe("pending");
  // Nothing of it names the refund.
  expect((await deliver(body("refunded", { reference: undefined }))).refunds).toEqual([]);
  expect((await deliver(body("sentForRefund"))).refunds).toMatchObject([
    { is: "unchanged", outcome: { status: "pending" } },
  ]);
  expect((await deliver(sent)).refunds).toMatchObject([
    { is: "recorded", outcome: { status: "succeeded", because: "notification_proved" } },
  ]);
  expect((await deliver(body("refundFailed"))).refunds).toMatchObject([
    { is: "recorded", outcome: { status: "reversed" } },
  ]);
  // It was delivered late.
  expect((await deliver(body("sentForRefund"))).refunds).toMatchObject([
    { is: "unchanged", outcome: { status: "reversed" } },
  ]);
  await refund("order-1042-refund-2");
  const other = { reference: "order-1042-refund-2", amount: { value: 9050, currencyCode: "GBP" } };
  expect((await deliver(body("sentForRefund", other))).refunds).toMatchObject([
    { outcome: { status: "needs_review" } },
  ]);
});
