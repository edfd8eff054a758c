// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "alipay",
  servers: { live: "https://openapi.alipay.com", test: "https://openapi-sandbox.dl.alipaydev.com" },
  credentials: [
    {
      appId: { schema: { type: "string", pattern: "^[0-9]{1,32}$" } },
      privateKey: { secret: true, schema: { type: "string" } },
      alipayKey: { schema: { type: "string" } },
    },
  ],
  refund: {
    method: "POST",
    path: "/v3/alipay/trade/refund",
    media: "json",
    send: [
      {
        from: "payment.tradeNo",
        to: "body#/trade_no",
        schema: { type: "string", minLength: 1, maxLength: 64 },
        optional: true,
      },
      {
        from: "payment.outTradeNo",
        to: "body#/out_trade_no",
        schema: { type: "string", minLength: 1, maxLength: 64 },
        optional: true,
      },
      {
        from: "amount",
        to: "body#/refund_amount",
        schema: { type: "string" },
        money: { unit: "major", as: "string" },
      },
      {
        from: "reason",
        to: "body#/refund_reason",
        schema: { type: "string", minLength: 1, maxLength: 256 },
        optional: true,
      },
      {
        from: "key",
        to: "body#/out_request_no",
        schema: { type: "string", minLength: 1, maxLength: 64 },
      },
      {
        from: "extra.operatorId",
        to: "body#/operator_id",
        schema: { type: "string", minLength: 1, maxLength: 30 },
        optional: true,
      },
      {
        from: "extra.storeId",
        to: "body#/store_id",
        schema: { type: "string", minLength: 1, maxLength: 32 },
        optional: true,
      },
      {
        from: "extra.terminalId",
        to: "body#/terminal_id",
        schema: { type: "string", minLength: 1, maxLength: 32 },
        optional: true,
      },
      {
        from: "extra.refundGoodsDetail",
        to: "body#/refund_goods_detail",
        schema: {
          type: "array",
          items: {
            type: "object",
            required: ["refund_amount"],
            properties: {
              goods_id: { type: "string", minLength: 1 },
              out_item_id: { type: "string", minLength: 1 },
              out_sku_id: { type: "string", minLength: 1 },
              refund_amount: { type: "string", pattern: "^[0-9]+([.][0-9]{1,2})?$" },
            },
          },
          minItems: 1,
        },
        optional: true,
      },
    ],
    exactlyOne: [["payment.tradeNo", "payment.outTradeNo"]],
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.privateKey",
      bits: 2048,
      over: ["parts.caller", "method", "path", "body"],
      join: "\n",
      encoding: "base64",
      to: "header.Authorization",
      end: "\n",
      as: "ALIPAY-SHA256withRSA app_id={credentials.appId},nonce={nonce},timestamp={timestamp},sign={signature}",
      parts: {
        caller: {
          over: [
            { text: "app_id=" },
            "credentials.appId",
            { text: ",nonce=" },
            "nonce",
            { text: ",timestamp=" },
            "timestamp",
          ],
        },
      },
      timestamp: "unix-milliseconds",
    },
    verify: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.alipayKey",
      bits: 2048,
      over: ["header.alipay-timestamp", "header.alipay-nonce", "body"],
      join: "\n",
      end: "\n",
      encoding: "base64",
      from: "header.alipay-signature",
      unless: { http: ["400", "401", "403", "404", "429"] },
    },
    answer: [
      { "/trade_no": { type: "string" }, "/out_trade_no": { type: "string" } },
      { "/code": { type: "string" }, "/message": { type: "string" } },
    ],
    identifiedBy: [["payment.tradeNo"], ["payment.outTradeNo"]],
    outcomes: [
      { when: { http: "4XX", "/code": "ACQ.DISCORDANT_REPEAT_REQUEST" }, means: "unknown" },
      {
        when: { http: "200", "/fund_change": "Y", "/code": { present: false } },
        means: "succeeded",
      },
      {
        when: { http: "200", "/trade_no": { present: true }, "/code": { present: false } },
        means: "unknown",
      },
      { when: { http: "4XX", "/fund_change": { present: false } }, means: "by_code", of: [1] },
    ],
    echo: [
      { of: "payment.tradeNo", at: "/trade_no" },
      { of: "payment.outTradeNo", at: "/out_trade_no" },
    ],
    currencies: { codes: { CNY: 2 } },
  },
  query: {
    method: "POST",
    path: "/v3/alipay/trade/fastpay/refund/query",
    media: "json",
    send: [
      {
        from: "payment.tradeNo",
        to: "body#/trade_no",
        schema: { type: "string", minLength: 1, maxLength: 64 },
        optional: true,
      },
      {
        from: "payment.outTradeNo",
        to: "body#/out_trade_no",
        schema: { type: "string", minLength: 1, maxLength: 64 },
        optional: true,
      },
      {
        from: "key",
        to: "body#/out_request_no",
        schema: { type: "string", minLength: 1, maxLength: 64 },
      },
    ],
    exactlyOne: [["payment.tradeNo", "payment.outTradeNo"]],
    sign: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.privateKey",
      bits: 2048,
      over: ["parts.caller", "method", "path", "body"],
      join: "\n",
      encoding: "base64",
      to: "header.Authorization",
      end: "\n",
      as: "ALIPAY-SHA256withRSA app_id={credentials.appId},nonce={nonce},timestamp={timestamp},sign={signature}",
      parts: {
        caller: {
          over: [
            { text: "app_id=" },
            "credentials.appId",
            { text: ",nonce=" },
            "nonce",
            { text: ",timestamp=" },
            "timestamp",
          ],
        },
      },
      timestamp: "unix-milliseconds",
    },
    verify: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.alipayKey",
      bits: 2048,
      over: ["header.alipay-timestamp", "header.alipay-nonce", "body"],
      join: "\n",
      end: "\n",
      encoding: "base64",
      from: "header.alipay-signature",
      unless: { http: ["400", "401", "403", "404", "429"] },
    },
    answer: [
      { "/trade_no": { type: "string" }, "/out_trade_no": { type: "string" } },
      { "/code": { type: "string" }, "/message": { type: "string" } },
    ],
    outcomes: [
      {
        when: { http: "200", "/trade_no": { present: true }, "/code": { present: false } },
        means: "found",
      },
      { when: { http: "4XX", "/trade_no": { present: false } }, means: "by_code" },
    ],
  },
  errors: {
    code: "/code",
    message: "/message",
    list: [
      {
        codes: ["ACQ.SYSTEM_ERROR", "ACQ.DISCORDANT_REPEAT_REQUEST"],
        reason: "provider_error",
        money: "unknown",
      },
      { codes: ["ACQ.INVALID_PARAMETER", "ACQ.REFUND_FEE_ERROR"], reason: "invalid_request" },
      { codes: ["ACQ.SELLER_BALANCE_NOT_ENOUGH"], reason: "insufficient_balance" },
      {
        codes: ["ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "ACQ.REASON_TRADE_REFUND_FEE_ERR"],
        reason: "exceeds_refundable",
      },
      {
        codes: [
          "ACQ.REASON_TRADE_BEEN_FREEZEN",
          "ACQ.TRADE_HAS_FINISHED",
          "ACQ.TRADE_NOT_ALLOW_REFUND",
        ],
        reason: "not_refundable",
      },
      { codes: ["ACQ.TRADE_NOT_EXIST"], reason: "payment_not_found" },
      { codes: ["ACQ.TRADE_STATUS_ERROR"], reason: "not_settled" },
      { codes: ["ACQ.TRADE_HAS_CLOSE"], reason: "already_refunded" },
      { codes: ["ACQ.NOT_ALLOW_PARTIAL_REFUND"], reason: "partial_not_supported" },
      {
        codes: [
          "invalid-signature",
          "invalid-app-id",
          "insufficient-isv-permissions",
          "insufficient-user-permissions",
        ],
        reason: "unauthorized",
      },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  asks: ["payment.tradeNo", "payment.outTradeNo", "key"],
  echo: [
    { of: "key", at: "/out_request_no" },
    { of: "payment.tradeNo", at: "/trade_no" },
    { of: "payment.outTradeNo", at: "/out_trade_no" },
  ],
  refunded: { at: "/refund_amount", money: { unit: "major", as: "string" } },
  rules: [
    {
      when: { http: "200", "/refund_status": "REFUND_SUCCESS", refunded: "this" },
      proves: "succeeded",
    },
  ],
};
