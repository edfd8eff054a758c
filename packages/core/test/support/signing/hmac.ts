/** How real providers sign with HMACs, as data, each with a check written by hand from their documentation. */
import {
  constant,
  credential,
  hash,
  hmac,
  json,
  md5,
  named,
  read,
  type SigningProviders,
  time,
} from "./by-hand.ts";

export const hmacProviders: SigningProviders = {
  dLocal: {
    credentials: { login: "sak223k2wdksdl2", secret: "s3cret" },
    path: "/refunds",
    send: [
      credential("login", "header.X-Login"),
      { from: "timestamp", to: "header.X-Date", time: "iso-8601" },
      ...json({ payment_id: "p-1" }),
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      over: ["header.X-Login", "header.X-Date", "body"],
      encoding: "hex",
      to: "header.Authorization",
      as: "V2-HMAC-SHA256, Signature: {signature}",
    },
    holds({ headers, body }) {
      const text = `sak223k2wdksdl2${headers["x-date"]}${body}`;
      const expected = hmac("sha256", "s3cret", text).digest("hex");
      return headers.authorization === `V2-HMAC-SHA256, Signature: ${expected}`;
    },
  },
  Rapyd: {
    credentials: { access: "A1", secret: "s3cret" },
    path: "/v1/refunds",
    send: [
      credential("access", "header.access_key"),
      { from: "nonce", to: "header.salt", nonce: { length: 12 } },
      time("header.timestamp"),
      ...json({ payment: "p-1" }),
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      over: [
        { over: ["method"], change: ["lower"] },
        "path",
        "header.salt",
        "header.timestamp",
        "credentials.access",
        "credentials.secret",
        "body",
      ],
      encoding: ["hex", "base64"],
      to: "header.signature",
    },
    holds({ headers: { salt, timestamp, signature }, body }) {
      read(salt, /^([A-Za-z0-9]{12})$/);
      const text = `post/v1/refunds${salt}${timestamp}A1s3cret${body}`;
      const hex = hmac("sha256", "s3cret", text).digest("hex");
      return signature === Buffer.from(hex).toString("base64");
    },
  },
  "LINE Pay v3": {
    credentials: { channel: "123", secret: "s3cret" },
    path: "/v3/payments/2019/refund",
    send: [
      credential("channel", "header.X-LINE-ChannelId"),
      { from: "nonce", to: "header.X-LINE-Authorization-Nonce" },
      ...json({ refundAmount: 10 }),
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      over: ["credentials.secret", "pathname", "body", "header.X-LINE-Authorization-Nonce"],
      encoding: "base64",
      to: "header.X-LINE-Authorization",
    },
    holds({ headers, body }) {
      const text = `s3cret/v3/payments/2019/refund${body}${headers["x-line-authorization-nonce"]}`;
      return headers["x-line-authorization"] === hmac("sha256", "s3cret", text).digest("base64");
    },
  },
  "LINE Pay v3's query": {
    credentials: { secret: "s3cret" },
    method: "GET",
    path: "/v3/payments",
    send: [constant("query.orderId[]", "o 1"), { from: "nonce", to: "header.Nonce" }],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      over: ["credentials.secret", "pathname", "query", "header.Nonce"],
      encoding: "base64",
      to: "header.X-LINE-Authorization",
    },
    holds({ headers, url }) {
      const text = `s3cret/v3/payments${url.split("?")[1]}${headers.nonce}`;
      return headers["x-line-authorization"] === hmac("sha256", "s3cret", text).digest("base64");
    },
  },
  PayPay: {
    credentials: { id: "api-key", secret: "s3cret" },
    path: "/v2/refunds",
    send: json({ merchantRefundId: "r-1" }),
    md5,
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      parts: {
        hash: {
          digest: { over: [{ text: "application/json" }, "body"] },
          algorithm: "MD5",
          encoding: "base64",
        },
      },
      over: ["path", "method", "nonce", "timestamp", { text: "application/json" }, "parts.hash"],
      join: "\n",
      timestamp: "unix-seconds",
      nonce: { length: 8 },
      encoding: "base64",
      to: "header.Authorization",
      as: "hmac OPA-Auth:{credentials.id}:{signature}:{nonce}:{timestamp}:{parts.hash}",
    },
    holds({ headers, body }) {
      const [signature, nonce, epoch, hashed] = read(
        headers.authorization,
        /^hmac OPA-Auth:api-key:([^:]+):(\w{8}):(\d{10}):([^:]+)$/,
      );
      const expected = hash("md5", `application/json${body}`).digest("base64");
      const text = ["/v2/refunds", "POST", nonce, epoch, "application/json", expected].join("\n");
      return hashed === expected && signature === hmac("sha256", "s3cret", text).digest("base64");
    },
  },
  "Worldline Global Collect": {
    credentials: { id: "k1", secret: "s3cret" },
    base: "https://world.invalid",
    path: "/v1/20000/payments/1/refund",
    send: [
      { from: "timestamp", to: "header.Date", time: "rfc-1123" },
      constant("header.X-GCS-ServerMetaInfo", "abc"),
      constant("header.X-GCS-Idempotence-Key", "r-1"),
      ...json({ amount: 1 }),
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      over: [
        "method",
        { text: "application/json" },
        "header.Date",
        { fields: "headers", startingWith: "X-GCS", sort: "code", pair: ":", join: "\n" },
        "path",
      ],
      join: "\n",
      end: "\n",
      encoding: "base64",
      to: "header.Authorization",
      as: "GCS v1HMAC:{credentials.id}:{signature}",
    },
    holds({ headers }) {
      read(headers.date, /^(\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)$/);
      const text = `POST\napplication/json\n${headers.date}\nx-gcs-idempotence-key:r-1\nx-gcs-servermetainfo:abc\n/v1/20000/payments/1/refund\n`;
      const expected = hmac("sha256", "s3cret", text).digest("base64");
      return headers.authorization === `GCS v1HMAC:k1:${expected}`;
    },
  },
  CyberSource: {
    credentials: { id: "k1", merchant: "m1", secret: "c2VjcmV0LWtleQ==" },
    base: "https://apitest.cybersource.invalid",
    path: "/pts/v2/payments/1/refunds",
    send: [
      { from: "timestamp", to: "header.Date", time: "rfc-1123" },
      credential("merchant", "header.v-c-merchant-id"),
      ...json({ amount: "10.50" }),
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      keyEncoding: "base64",
      parts: { digest: { digest: "body", algorithm: "SHA-256", encoding: "base64" } },
      also: { "header.Digest": "SHA-256={parts.digest}" },
      over: [
        named("host: ", "host"),
        named("date: ", "header.Date"),
        { over: [{ text: "(request-target): post " }, "path"] },
        named("digest: ", "header.Digest"),
        named("v-c-merchant-id: ", "header.v-c-merchant-id"),
      ],
      join: "\n",
      encoding: "base64",
      to: "header.Signature",
      as: 'keyid="{credentials.id}", algorithm="HmacSHA256", headers="host date (request-target) digest v-c-merchant-id", signature="{signature}"',
    },
    holds({ headers, body }) {
      const digest = `SHA-256=${hash("sha256", body).digest("base64")}`;
      const text = `host: apitest.cybersource.invalid\ndate: ${headers.date}\n(request-target): post /pts/v2/payments/1/refunds\ndigest: ${digest}\nv-c-merchant-id: m1`;
      const signature = hmac("sha256", Buffer.from("secret-key"), text).digest("base64");
      return (
        headers.digest === digest &&
        headers.signature ===
          `keyid="k1", algorithm="HmacSHA256", headers="host date (request-target) digest v-c-merchant-id", signature="${signature}"`
      );
    },
  },
  Fiserv: {
    credentials: { key: "k1", secret: "s3cret" },
    send: [
      credential("key", "header.Api-Key"),
      { from: "nonce", to: "header.Client-Request-Id" },
      { from: "timestamp", to: "header.Timestamp", time: "unix-milliseconds" },
      ...json({ amount: 1 }),
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      over: ["header.Api-Key", "header.Client-Request-Id", "header.Timestamp", "body"],
      encoding: "base64",
      to: "header.Authorization",
    },
    holds({ headers, body }) {
      const text = `k1${headers["client-request-id"]}${headers.timestamp}${body}`;
      return headers.authorization === hmac("sha256", "s3cret", text).digest("base64");
    },
  },
  VNPay: {
    credentials: { secret: "s3cret" },
    method: "GET",
    send: [constant("query.vnp_OrderInfo", "a b*c"), constant("query.vnp_Amount", "100")],
    sign: {
      algorithm: "HMAC-SHA-512",
      key: "credentials.secret",
      over: [{ fields: "query", sort: "code", pair: "=", join: "&", values: ["url-form"] }],
      encoding: "hex",
      to: "query.vnp_SecureHash",
    },
    holds({ url }) {
      const text = "vnp_Amount=100&vnp_OrderInfo=a+b*c";
      const expected = hmac("sha512", "s3cret", text).digest("hex");
      return new URL(url).searchParams.get("vnp_SecureHash") === expected;
    },
  },
  Paytrail: {
    credentials: { account: "375917", secret: "SAIPPUAKAUPPIAS" },
    send: [
      credential("account", "header.checkout-account"),
      constant("header.checkout-algorithm", "sha256"),
      constant("header.checkout-method", "POST"),
      { from: "nonce", to: "header.checkout-nonce" },
      { from: "timestamp", to: "header.checkout-timestamp", time: "iso-8601" },
      ...json({ amount: 10 }),
    ],
    sign: {
      algorithm: "HMAC-SHA-256",
      key: "credentials.secret",
      over: [
        { fields: "headers", startingWith: "checkout-", sort: "code", pair: ":", join: "\n" },
        "body",
      ],
      join: "\n",
      encoding: "hex",
      to: "header.signature",
    },
    holds({ headers, body }) {
      const lines = ["account", "algorithm", "method", "nonce", "timestamp"].map(
        (name) => `checkout-${name}:${headers[`checkout-${name}`]}`,
      );
      const text = [...lines, body].join("\n");
      return headers.signature === hmac("sha256", "SAIPPUAKAUPPIAS", text).digest("hex");
    },
  },
};
