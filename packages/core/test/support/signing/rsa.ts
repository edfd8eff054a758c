/** How real providers sign with RSA, as data, each with a check written by hand from their documentation. */
import {
  credential,
  hash,
  json,
  named,
  read,
  rsa,
  rsaHolds,
  type SigningProviders,
} from "./by-hand.ts";

export const rsaProviders: SigningProviders = {
  "WeChat Pay v3": {
    credentials: {
      key: rsa,
      mchid: "1900009191",
      serial: "1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C",
    },
    path: "/v3/refund/domestic/refunds",
    send: json({ out_refund_no: "r-1", reason: "商品已售完" }),
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.key",
      over: ["method", "path", "timestamp", "nonce", "body"],
      join: "\n",
      end: "\n",
      timestamp: "unix-seconds",
      nonce: { length: 32 },
      encoding: "base64",
      to: "header.Authorization",
      as: 'WECHATPAY2-SHA256-RSA2048 mchid="{credentials.mchid}",nonce_str="{nonce}",signature="{signature}",timestamp="{timestamp}",serial_no="{credentials.serial}"',
    },
    holds({ headers, body }) {
      const [nonce, signature, timestamp] = read(
        headers.authorization,
        /^WECHATPAY2-SHA256-RSA2048 mchid="1900009191",nonce_str="([A-Za-z0-9]{32})",signature="([^"]+)",timestamp="(\d{10})",serial_no="1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C"$/,
      );
      return rsaHolds(
        `POST\n/v3/refund/domestic/refunds\n${timestamp}\n${nonce}\n${body}\n`,
        signature,
      );
    },
  },
  "Alipay v3": {
    credentials: { key: rsa, appId: "2014060600164699" },
    path: "/v3/alipay/trade/refund",
    send: json({ out_request_no: "r-1" }),
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.key",
      over: [
        {
          over: [
            named("app_id=", "credentials.appId"),
            named("nonce=", "nonce"),
            named("timestamp=", "timestamp"),
          ],
          join: ",",
        },
        "method",
        "path",
        "body",
      ],
      join: "\n",
      end: "\n",
      timestamp: "unix-milliseconds",
      encoding: "base64",
      to: "header.Authorization",
      as: "ALIPAY-SHA256withRSA app_id={credentials.appId},nonce={nonce},timestamp={timestamp},sign={signature}",
    },
    holds({ headers, body }) {
      const [auth, signature] = read(
        headers.authorization,
        /^ALIPAY-SHA256withRSA (app_id=2014060600164699,nonce=[\da-f-]{36},timestamp=\d{13}),sign=(.+)$/,
      );
      return rsaHolds(`${auth}\nPOST\n/v3/alipay/trade/refund\n${body}\n`, signature);
    },
  },
  "Alipay v2": {
    credentials: { key: rsa },
    path: "/gateway.do",
    media: "form",
    send: json({
      method: "alipay.trade.refund",
      app_id: "1",
      empty: "",
      biz_content: '{"a":"b c&d"}',
    }),
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.key",
      over: [{ fields: "body", sort: "code", skipEmpty: true, pair: "=", join: "&" }],
      encoding: "base64",
      to: "body#/sign",
    },
    holds({ body }) {
      const { sign = "", ...fields } = Object.fromEntries(new URLSearchParams(body));
      const text = `app_id=1&biz_content={"a":"b c&d"}&method=${fields.method}`;
      return rsaHolds(text, sign);
    },
  },
  Antom: {
    credentials: { key: rsa, clientId: "T_111" },
    path: "/ams/api/v1/payments/refund",
    send: [
      credential("clientId", "header.Client-Id"),
      { from: "timestamp", to: "header.Request-Time", time: "unix-milliseconds" },
      ...json({ refundRequestId: "r-1" }),
    ],
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.key",
      over: [
        { over: ["method", "path"], join: " " },
        { over: ["header.Client-Id", "header.Request-Time", "body"], join: "." },
      ],
      join: "\n",
      encoding: ["base64", "url"],
      to: "header.Signature",
      as: "algorithm=RSA256,keyVersion=1,signature={signature}",
    },
    holds({ headers, body }) {
      const [signature] = read(
        headers.signature,
        /^algorithm=RSA256,keyVersion=1,signature=([\w%.~-]+)$/,
      );
      const time = headers["request-time"];
      return rsaHolds(
        `POST /ams/api/v1/payments/refund\nT_111.${time}.${body}`,
        decodeURIComponent(signature),
      );
    },
  },
  UnionPay: {
    credentials: { key: rsa },
    media: "form",
    send: json({ version: "5.1.0", txnType: "04", backUrl: "http://a.b/c?d", empty: "" }),
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.key",
      over: [
        {
          digest: { fields: "body", sort: "code", skipEmpty: true, pair: "=", join: "&" },
          algorithm: "SHA-256",
          encoding: "hex",
        },
      ],
      encoding: "base64",
      to: "body#/signature",
    },
    holds({ body }) {
      const { signature = "" } = Object.fromEntries(new URLSearchParams(body));
      const text = "backUrl=http://a.b/c?d&txnType=04&version=5.1.0";
      return rsaHolds(hash("sha256", text).digest("hex"), signature);
    },
  },
};
