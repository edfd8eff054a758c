/** WeChat Pay's notifications: signed with its private key, and encrypted with the merchant's APIv3 key. */
import { createCipheriv, createSign, generateKeyPairSync } from "node:crypto";
import { signTestNotification } from "@refunds/sandbox";
import { afterEach, expect, test, vi } from "vitest";
import { wechatpay } from "../src/index.ts";

const pair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const [platform, stranger] = [pair(), pair()];
const apiV3Key = "an-api-v3-key-of-thirty-two-byte";
const platformSerial = "PUB_KEY_ID_0119000001092024101100397200000006";

const clientWith = (own: Partial<Parameters<typeof wechatpay>[0]> = {}) =>
  wechatpay({
    baseUrl: "http://127.0.0.1:9",
    merchantId: "1900000109",
    certificateSerial: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    privateKey: stranger.privateKey,
    platformKey: platform.publicKey,
    platformSerial,
    apiV3Key,
    ...own,
  } as Parameters<typeof wechatpay>[0]);

const refund = {
  mchid: "1900000109",
  transaction_id: "4200000000202611270000000001",
  out_trade_no: "order-1042",
  refund_id: "50200207182018070300011301001",
  out_refund_no: "order-1042-refund-1",
  refund_status: "SUCCESS",
  amount: { total: 999, refund: 999, payer_total: 999, payer_refund: 999 },
};

function bodyOf(content: object, key = apiV3Key): string {
  const nonce = "fdasflkja484";
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from("refund"));
  const text = Buffer.concat([
    cipher.update(JSON.stringify(content)),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString("base64");
  const algorithm = "AEAD_AES_256_GCM";
  const resource = { original_type: "refund", algorithm, ciphertext: text };
  return JSON.stringify({
    id: "EV-1",
    resource_type: "encrypt-resource",
    event_type: "REFUND.SUCCESS",
    resource: { ...resource, associated_data: "refund", nonce },
  });
}

/** By hand, as the page describes it. */
function signed(body: string, { key = platform.privateKey, age = 0 } = {}) {
  const time = `${Math.floor(Date.now() / 1000) - age}`;
  const nonce = "c5ac7061fccab6bf3e254dcf98995b8c";
  const text = `${time}\n${nonce}\n${body}\n`;
  return {
    "Wechatpay-Serial": platformSerial,
    "Wechatpay-Timestamp": time,
    "Wechatpay-Nonce": nonce,
    "Wechatpay-Signature": createSign("sha256").update(text).sign(key, "base64"),
  };
}

const body = bodyOf(refund);

test("what is signed and encrypted says what became of the refund", async () => {
  const taken = await clientWith().notification({ headers: signed(body), body });
  expect(taken).toMatchObject({
    verified: true,
    delivery: "EV-1",
    events: [
      {
        status: "succeeded",
        confirm: true,
        key: "order-1042-refund-1",
        refundId: "50200207182018070300011301001",
        payments: [{ transactionId: "4200000000202611270000000001" }, { outTradeNo: "order-1042" }],
      },
    ],
  });
  expect(taken.response.status).toBe(204);
});

const probe = `WECHATPAY/SIGNTEST/${signed(body)["Wechatpay-Signature"]}`;

test.each([
  ["of another key", signed(body, { key: stranger.privateKey }), body],
  ["of an hour ago", signed(body, { age: 3600 }), body],
  ["of another text", signed(body), body.replace("REFUND.SUCCESS", "REFUND.CLOSED")],
  ["of the same JSON in other bytes", signed(body), JSON.stringify(JSON.parse(body), null, 1)],
  ["of another key's id", { ...signed(body), "Wechatpay-Serial": "PUB_KEY_ID_01" }, body],
  ["that tests whether it is checked", { ...signed(body), "Wechatpay-Signature": probe }, body],
])("a signature %s is refused", async (_, headers, text) => {
  const { verified, events, response } = await clientWith().notification({ headers, body: text });
  expect([verified, events, response.status]).toEqual([false, [], 401]);
});

test("what another APIv3 key encrypted is refused, unless it is one of several", async () => {
  const former = "the-former-key-of-thirty-two-byt";
  const text = bodyOf(refund, former);
  const request = { headers: signed(text), body: text };
  const { verified, events, response } = await clientWith().notification(request);
  expect([verified, events, response.status]).toEqual([false, [], 401]);
  const both = clientWith({ apiV3Key: [apiV3Key, former] });
  expect(await both.notification(request)).toMatchObject({ verified: true, events: [{}] });
});

test("a client without the APIv3 key refunds, and says what is missing when a notification comes", async () => {
  const client = clientWith({ apiV3Key: undefined } as object);
  await expect(client.notification({ headers: signed(body), body })).rejects.toThrow(
    /apiV3Key is missing/,
  );
});

test("signTestNotification encrypts and signs one with a key pair of your own", async () => {
  const { id, event_type, resource } = JSON.parse(body);
  const sample = { id, event_type, resource: { ...resource, ciphertext: refund } };
  const credentials = { platformKey: platform.privateKey, platformSerial, apiV3Key };
  const request = await signTestNotification({ provider: "wechatpay", credentials, body: sample });
  expect(await request.clone().text()).not.toContain("order-1042");
  expect(await clientWith().notification(request)).toMatchObject({
    verified: true,
    events: [{ status: "succeeded", key: "order-1042-refund-1" }],
  });
  const halves = { ...credentials, platformKey: platform.publicKey };
  await expect(
    signTestNotification({ provider: "wechatpay", credentials: halves, body: sample }),
  ).rejects.toThrow(/private key in PEM/);
});

afterEach(() => vi.useRealTimers());

test("the signature that WeChat Pay publishes with its Go library holds", async () => {
  // core/notify/notify_test.go, Apache License 2.0. Its key of 16 bytes is none of the APIv3, so its content is read in core's tests.
  const published = `{"id":"3119dfba-e649-5eec-ab1e-3412bc4d2e17","create_time":"2021-06-24T16:37:26+08:00","resource_type":"encrypt-resource","event_type":"PAYSCORE.USER_OPEN_SERVICE","summary":"签约成功","resource":{"original_type":"payscore","algorithm":"AEAD_AES_256_GCM","ciphertext":"YDS3lKPaC4Y52Gf3uhft5qUBlIa8b428AWTtTauHQfQrRw+X1WpiuHIDy0vo1Vd6VEq67aVyqPdDYMkRVSDaZL3iZttevRMOoPKMifozg6XPWjIZumks/GpT48lI4NizyeaqLBokNebthah3o1H76qSlO9NkDjp9bzmKLEYYH9TEklFUpsvPqOTOcgSLgh21YJXYR7dEBXFgRLiNIKRgO5JdXh1hccRUAlyVWxE54PXpnQ==","associated_data":"payscore","nonce":"Kj7QIyUiYx1q"}}`;
  const headers = {
    "Wechatpay-Nonce": "EcZ9Cmy4Xyx1i6RlJQzLcCyEqDa26NBz",
    "Wechatpay-Timestamp": "1624523846",
    "Wechatpay-Serial": "D7CE59D1F522D701",
    "Wechatpay-Signature":
      "tJHIiIS9eB2hAYstmAmbbD3ZE5LiIm/Ug5tuL4fC0YOFRWIHV39UFIZXC0e9Wl6lBu6sKvkqDkzpqzBsVHyXFlbYZTOQrVdG4b6LfTnK4mikv9++ixJMd3vTf2yCqvBkh98zs3Ds5zsYQakzbcwhmw4fMJs4nPLws28H0UW9FjDR//rxELLwXvV1VEA1IBLX70xptjL8hrfUjEE8kkry6yNJTHZRU8CAc7qHli2Ng1V1qb9ARbK8A3ThmFmPQvRGrapI/jS2laKKgYUmfdEdkNO6B2Cke5e8VTxY406ArAmQ90GAihDwIcb16TQMnzCMBoutnwZKNiKRACrFmtxw2Q==",
  };
  const platformKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2VCTd91fnUn73Xy9DLvt
/V62TVxRTEEstVdeRaZ3B3leO0pldE806mXO4RwdHXagHQ4vGeZN0yqm++rDsGK+
U3AH7kejyD2pXshNP9Cq5YwbptiLGtjcquw4HNxJQUOmDeJf2vg6byms9RUipiq4
SzbJKqJFlUpbuIPDpSpWz10PYmyCNeDGUUK65E5h2B834uxl1zNLYQCrkdBzb8oU
xwYeP5a2DNxmjL5lsJML7DGr5znsevnoqGRwTm9fxCGfy8wus7hwKz6clt3Whmmd
a7UAdb1c08hEQFVRbF14AR73xbnd8N0obCWJPCbzMCtkaSef4FdEEgEXJiw0VAJT
8wIDAQAB
-----END PUBLIC KEY-----`;
  const client = clientWith({ platformKey, platformSerial: "D7CE59D1F522D701" });
  vi.useFakeTimers({ now: 1_624_523_846_000, toFake: ["Date"] });
  const problemOf = async (text: string) =>
    (await client.notification({ headers, body: text })).problem;
  expect(await problemOf(published)).toMatch(/what stands at \/resource\/ciphertext cannot be/);
  expect(await problemOf(published.replace("签约", "解约"))).toMatch(
    /signature .* does not fit: it was made with another key,/,
  );
});
