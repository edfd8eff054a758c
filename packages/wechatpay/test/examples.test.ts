// Generated from specs/wechatpay.yaml by `npm run generate`. Do not edit: edit the spec.

import { createPublicKey, generateKeyPairSync } from "node:crypto";

import { expect, test } from "vitest";
import { wechatpay } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

const publicKey = (pem: string) =>
  createPublicKey(pem).export({ type: "spki", format: "pem" }).toString();

const privateKey = (modulusLength: number) =>
  generateKeyPairSync("rsa", { modulusLength })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();

test('refund request "part": A part of a payment of 100 yuan.', async () => {
  const { fetch, requests } = answering(200, {});
  await wechatpay({
    environment: "live",
    merchantId: "1900000109",
    certificateSerial: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    platformSerial: "PUB_KEY_ID_0119000001092024101100397200000006",
    privateKey: privateKey(2048),
    platformKey: publicKey(privateKey(2048)),
    fetch,
  }).refund({
    payment: { outTradeNo: "order-cny-1" },
    key: "order-1042-refund-1",
    amount: { value: 1050, currency: "CNY" },
    extra: { total: 10000 },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.mch.weixin.qq.com/v3/refund/domestic/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    out_trade_no: "order-cny-1",
    out_refund_no: "order-1042-refund-1",
    amount: { refund: 1050, total: 10000, currency: "CNY" },
  });
});

test('refund request "page": The documented example values.', async () => {
  const { fetch, requests } = answering(200, {});
  await wechatpay({
    environment: "live",
    merchantId: "1900000109",
    certificateSerial: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    platformSerial: "PUB_KEY_ID_0119000001092024101100397200000006",
    privateKey: privateKey(2048),
    platformKey: publicKey(privateKey(2048)),
    fetch,
  }).refund({
    payment: { transactionId: "1217752501201407033233368018" },
    key: "1217752501201407033233368018",
    amount: { value: 888, currency: "CNY" },
    reason: "商品已售完",
    extra: { total: 888 },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.mch.weixin.qq.com/v3/refund/domestic/refunds");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    transaction_id: "1217752501201407033233368018",
    out_refund_no: "1217752501201407033233368018",
    reason: "商品已售完",
    amount: { refund: 888, total: 888, currency: "CNY" },
  });
});
