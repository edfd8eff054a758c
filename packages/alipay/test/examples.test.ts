// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.

import { createPublicKey, generateKeyPairSync } from "node:crypto";

import { expect, test } from "vitest";
import { alipay } from "../src/index.ts";

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

test('refund request "fields": The documented example values.', async () => {
  const { fetch, requests } = answering(200, {});
  await alipay({
    environment: "live",
    appId: "9021000123456789",
    privateKey: privateKey(2048),
    alipayKey: publicKey(privateKey(2048)),
    fetch,
  }).refund({
    payment: { tradeNo: "2014112611001004680073956707" },
    key: "HZ01RF001",
    amount: { value: 20012, currency: "CNY" },
    reason: "正常退款",
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://openapi.alipay.com/v3/alipay/trade/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    trade_no: "2014112611001004680073956707",
    refund_amount: "200.12",
    refund_reason: "正常退款",
    out_request_no: "HZ01RF001",
  });
});
