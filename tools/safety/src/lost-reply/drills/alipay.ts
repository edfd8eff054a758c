import { generateKeyPairSync } from "node:crypto";
import { callerKey, type Drill } from "../drill.ts";

const tradeNo = "2014112611001004680073956707";

/** Each process makes its own: what is signed has the time in it, so no two requests have the same signature. */
const keysOf = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });

export const alipay: Drill = {
  package: "alipay-sdk",
  call: "alipaySdk.curl('POST', '/v3/alipay/trade/refund', { body })",
  path: /^\/v3\/alipay\/trade\/refund$/,
  answered: {
    status: 200,
    body: `{"trade_no":"${tradeNo}","out_trade_no":"6823789339978248","fund_change":"Y","refund_fee":"200.12"}`,
  },
  declined: {
    status: 400,
    body: '{"code":"ACQ.TRADE_NOT_EXIST","message":"The trade does not exist"}',
  },
  timeoutOption: "timeout",
  ours: {
    provider: "alipay",
    get options() {
      const { privateKey, publicKey } = keysOf();
      return { environment: "live", appId: "9021000123456789", privateKey, alipayKey: publicKey };
    },
    request: { payment: { tradeNo }, key: callerKey, amount: { value: 20_012, currency: "CNY" } },
    differs: {
      "header authorization":
        "its nonce and its time are new in every request, and so is the signature",
    },
  },
  open({ AlipaySdk }, { timeoutMs }) {
    const { privateKey, publicKey } = keysOf();
    const sdk = new AlipaySdk({
      appId: "9021000123456789",
      privateKey,
      keyType: "PKCS8",
      alipayPublicKey: publicKey,
      ...(timeoutMs && { timeout: timeoutMs }),
    });
    const body = { trade_no: tradeNo, refund_amount: "200.12", out_request_no: callerKey };
    return () => sdk.curl("POST", "/v3/alipay/trade/refund", { body });
  },
};
