// Generated from specs/alipay.yaml by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";

export const alipay: SimulatorTable = {
  provider: "alipay",
  title: "Alipay",
  documentation:
    "https://raw.githubusercontent.com/alipay/alipay-sdk-php-all/master/v3/api/oasSchema.json",
  servers: ["https://openapi.alipay.com", "https://openapi-sandbox.dl.alipaydev.com"],
  credentials: [
    {
      appId: { secret: false, value: "9021000123456789" },
      privateKey: { secret: true, rsaBits: 2048 },
      alipayKey: { secret: false, rsaBits: 2048, half: "public" },
    },
  ],
  payments: [
    {
      payment: { tradeNo: "2026112722001400000000000001", outTradeNo: "order-cny-1" },
      amount: { value: 10000, currency: "CNY" },
    },
    {
      payment: { tradeNo: "2026112722001400000000000002", outTradeNo: "order-cny-2" },
      amount: { value: 5050, currency: "CNY" },
    },
    {
      payment: { tradeNo: "2026112722001400000000000003", outTradeNo: "order-cny-3" },
      amount: { value: 123456, currency: "CNY" },
    },
    {
      payment: { tradeNo: "2026112722001400000000000004", outTradeNo: "order-cny-poor" },
      amount: { value: 5000, currency: "CNY" },
      always: "insufficient_balance",
    },
    {
      payment: { tradeNo: "2026112722001400000000000005", outTradeNo: "order-cny-old" },
      amount: { value: 5000, currency: "CNY" },
      always: "not_refundable",
    },
    {
      payment: { tradeNo: "2026112722001400000000000006", outTradeNo: "order-cny-broken" },
      amount: { value: 5000, currency: "CNY" },
      always: "provider_error",
    },
  ],
  partial: true,
  repeated: true,
  refundStates: { refunded: "REFUND_SUCCESS" },
  keys: { body: "same" },
  operations: {
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
    },
  },
  statusAt: ["/fund_change"],
  answers: {
    refunded: {
      http: 200,
      body: {
        trade_no: null,
        out_trade_no: null,
        buyer_logon_id: "159****5620",
        fund_change: "Y",
        refund_fee: null,
      },
      fill: [
        { at: "/trade_no", from: "payment.tradeNo", as: "string" },
        { at: "/out_trade_no", from: "payment.outTradeNo", as: "string" },
        {
          at: "/refund_fee",
          from: "payment.refunded",
          as: "string",
          money: { unit: "major", as: "string" },
        },
      ],
    },
    queried: {
      http: 200,
      body: {
        trade_no: null,
        out_trade_no: null,
        out_request_no: null,
        refund_status: null,
        refund_amount: null,
        total_amount: null,
      },
      fill: [
        { at: "/trade_no", from: "payment.tradeNo", as: "string" },
        { at: "/out_trade_no", from: "payment.outTradeNo", as: "string" },
        { at: "/out_request_no", from: "key", as: "string" },
        { at: "/refund_status", from: "refund.state", as: "string" },
        {
          at: "/refund_amount",
          from: "refund.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
        {
          at: "/total_amount",
          from: "payment.amount",
          as: "string",
          money: { unit: "major", as: "string" },
        },
      ],
    },
    already_refunded: {
      http: 400,
      body: { code: "ACQ.TRADE_HAS_CLOSE", message: "交易已关闭" },
      fill: [],
    },
    exceeds_refundable: {
      http: 400,
      body: { code: "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", message: "退款金额超限" },
      fill: [],
    },
    invalid_request: {
      http: 400,
      body: { code: "ACQ.INVALID_PARAMETER", message: "参数无效" },
      fill: [],
    },
    unauthorized: {
      http: 400,
      body: { code: "insufficient-isv-permissions", message: "ISV权限不足" },
      fill: [],
    },
    bad_signature: {
      http: 401,
      body: { code: "invalid-signature", message: "验签出错" },
      fill: [],
    },
    payment_not_found: {
      http: 400,
      body: { code: "ACQ.TRADE_NOT_EXIST", message: "交易不存在" },
      fill: [],
    },
    not_refundable: {
      http: 400,
      body: { code: "ACQ.TRADE_HAS_FINISHED", message: "交易已完结" },
      fill: [],
    },
    insufficient_balance: {
      http: 400,
      body: { code: "ACQ.SELLER_BALANCE_NOT_ENOUGH", message: "卖家余额不足" },
      fill: [],
    },
    provider_error: {
      http: 500,
      body: { code: "ACQ.SYSTEM_ERROR", message: "系统错误" },
      fill: [],
    },
    key_mismatch: {
      http: 400,
      body: { code: "ACQ.DISCORDANT_REPEAT_REQUEST", message: "不一致的请求" },
      fill: [],
    },
  },
};
