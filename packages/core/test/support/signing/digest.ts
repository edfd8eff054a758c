/** How real providers sign with digests, as data, each with a check written by hand from their documentation. */
import {
  credential,
  hash,
  json,
  md5,
  named,
  pathOf,
  read,
  type SigningProviders,
} from "./by-hand.ts";

export const digestProviders: SigningProviders = {
  Nuvei: {
    credentials: { secret: "s3cret" },
    send: [
      ...json({ merchantId: "m", merchantSiteId: "s", amount: "9.0", currency: "EUR" }),
      {
        from: "timestamp",
        to: "body#/timeStamp",
        time: { pattern: "yyyyMMddHHmmss", zone: "UTC" },
      },
    ],
    sign: {
      algorithm: "SHA-256",
      over: [
        "body#/merchantId",
        "body#/merchantSiteId",
        "body#/amount",
        "body#/currency",
        "body#/timeStamp",
        "credentials.secret",
      ],
      encoding: "hex",
      to: "body#/checksum",
    },
    holds({ body }) {
      const { timeStamp, checksum } = JSON.parse(body);
      read(timeStamp, /^(20\d{12})$/);
      return checksum === hash("sha256", `ms9.0EUR${timeStamp}s3cret`).digest("hex");
    },
  },
  "PhonePe v1": {
    credentials: { salt: "099eb0cd", index: "1" },
    base: "https://api.phonepe.invalid/apis/hermes",
    path: "/pg/v1/refund",
    send: json({ request: "eyJhIjoxfQ==" }),
    sign: {
      algorithm: "SHA-256",
      over: ["body#/request", "operationPath", "credentials.salt"],
      encoding: "hex",
      to: "header.X-VERIFY",
      as: "{signature}###{credentials.index}",
    },
    holds(sent) {
      const expected = hash("sha256", "eyJhIjoxfQ==/pg/v1/refund099eb0cd").digest("hex");
      return (
        pathOf(sent) === "/apis/hermes/pg/v1/refund" &&
        sent.headers["x-verify"] === `${expected}###1`
      );
    },
  },
  "PayU India": {
    credentials: { key: "JP***g", salt: "salt" },
    media: "form",
    send: [
      credential("key", "body#/key"),
      ...json({ command: "cancel_refund_transaction", var1: "403" }),
    ],
    sign: {
      algorithm: "SHA-512",
      over: ["body#/key", "body#/command", "body#/var1", "credentials.salt"],
      join: "|",
      encoding: "hex",
      to: "body#/hash",
    },
    holds({ body }) {
      const expected = hash("sha512", "JP***g|cancel_refund_transaction|403|salt").digest("hex");
      return new URLSearchParams(body).get("hash") === expected;
    },
  },
  "GlobalPay's token": {
    credentials: { id: "app", secret: "s3cret" },
    send: [credential("id", "body#/app_id"), { from: "nonce", to: "body#/nonce" }],
    sign: {
      algorithm: "SHA-512",
      over: ["body#/nonce", "credentials.secret"],
      encoding: "hex",
      to: "body#/secret",
    },
    holds({ body }) {
      const { nonce, secret } = JSON.parse(body);
      return secret === hash("sha512", `${nonce}s3cret`).digest("hex");
    },
  },
  ECPay: {
    credentials: { hashKey: "5294y06JbISpM5x9", hashIv: "v77hoKGq4kWxNNIS" },
    media: "form",
    // The example of ECPay's own SDK_PHP: example/Payment/Aio/GetCheckoutResponse.php.
    send: json({
      MerchantID: "2000132",
      MerchantTradeNo: "WPLL4E341E122DB44D62",
      PaymentDate: "2019/05/09 00:01:21",
      PaymentType: "Credit_CreditCard",
      PaymentTypeChargeFee: "1",
      RtnCode: "1",
      RtnMsg: "交易成功",
      SimulatePaid: "0",
      TradeAmt: "500",
      TradeDate: "2019/05/09 00:00:18",
      TradeNo: "1905090000188278",
    }),
    sign: {
      algorithm: "SHA-256",
      over: [
        named("HashKey=", "credentials.hashKey"),
        { fields: "body", sort: "fold", pair: "=", join: "&" },
        named("HashIV=", "credentials.hashIv"),
      ],
      join: "&",
      change: [
        "url-form",
        "lower",
        {
          replace: {
            "%2d": "-",
            "%5f": "_",
            "%2e": ".",
            "%21": "!",
            "%2a": "*",
            "%28": "(",
            "%29": ")",
          },
        },
      ],
      encoding: ["hex", "upper"],
      to: "body#/CheckMacValue",
    },
    holds: ({ body }) =>
      new URLSearchParams(body).get("CheckMacValue") ===
      "59B085BAEC4269DC1182D48DEF106B431055D95622EB285DECD400337144C698",
  },
  "PayU Latam": {
    credentials: { apiKey: "4Vj8eK4rloUd272L48hsrarnUA" },
    md5,
    send: json({ merchantId: "508029", reference: "TestPayU", value: 3, currency: "USD" }),
    sign: {
      algorithm: "MD5",
      over: [
        "credentials.apiKey",
        "body#/merchantId",
        "body#/reference",
        "body#/value",
        "body#/currency",
      ],
      join: "~",
      encoding: "hex",
      to: "body#/signature",
    },
    holds: ({ body }) =>
      JSON.parse(body).signature ===
      hash("md5", "4Vj8eK4rloUd272L48hsrarnUA~508029~TestPayU~3~USD").digest("hex"),
  },
  QFPay: {
    credentials: { key: "s3cret" },
    media: "form",
    md5,
    send: json({ txamt: "100", out_trade_no: "r-1" }),
    sign: {
      algorithm: "MD5",
      over: [{ fields: "body", sort: "code", pair: "=", join: "&" }, "credentials.key"],
      encoding: ["hex", "upper"],
      to: "header.X-QF-SIGN",
    },
    holds: ({ headers }) =>
      headers["x-qf-sign"] ===
      hash("md5", "out_trade_no=r-1&txamt=100s3cret").digest("hex").toUpperCase(),
  },
};
