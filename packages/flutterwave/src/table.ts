// Generated from specs/flutterwave.yaml by `npm run generate`. Do not edit: edit the spec.
import type { EvidenceTable, ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "flutterwave",
  servers: { live: "https://api.flutterwave.com", test: "https://api.flutterwave.com" },
  credentials: [
    {
      secretKey: {
        secret: true,
        environments: { live: "^FLWSECK-", test: "^FLWSECK_TEST-" },
        schema: { type: "string", minLength: 1 },
      },
    },
  ],
  refund: {
    method: "POST",
    path: "/v3/transactions/{id}/refund",
    media: "json",
    send: [
      {
        from: "payment.transactionId",
        to: "path.id",
        schema: { type: "string", pattern: "^[0-9]{1,18}$" },
      },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "number" },
        money: { unit: "major", as: "number" },
      },
      { from: "key", to: "body#/comments", schema: { type: "string", minLength: 1 } },
      {
        from: "extra.callbackUrl",
        to: "body#/callbackurl",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "credentials.secretKey",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      {
        "/status": { type: "string" },
        "/data/id": { type: ["integer", "string"] },
        "/data/tx_id": { type: ["integer", "string"] },
        "/data/amount_refunded": { type: "number" },
        "/data/status": { type: "string" },
      },
      { "/status": { is: "error" }, "/message": { type: "string" } },
      { "/message": { type: "string" } },
    ],
    identifiedBy: [["payment.transactionId"]],
    outcomes: [
      {
        when: {
          http: "200",
          "/status": "success",
          "/data/status": [
            "completed-bank-transfer",
            "completed-momo",
            "completed-mpgs",
            "completed-offline",
            "completed-preauth",
          ],
        },
        means: "succeeded",
        of: [0],
      },
      {
        when: {
          http: "200",
          "/status": "success",
          "/data/status": ["completed", "complete", "pending-momo", "processing"],
        },
        means: "pending",
        of: [0],
      },
      {
        when: { http: "401", "/status": "error" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      { when: { http: "400", "/status": "error" }, means: "by_code", of: [1] },
    ],
    echo: [
      { of: "payment.transactionId", at: "/data/tx_id" },
      { of: "amount", at: "/data/amount_refunded", money: { unit: "major", as: "number" } },
    ],
    refundId: "/data/id",
  },
  query: {
    method: "GET",
    path: "/v3/refunds",
    send: [
      {
        from: "payment.transactionId",
        to: "query.id",
        schema: { type: "string", pattern: "^[0-9]{1,18}$" },
      },
      {
        from: "credentials.secretKey",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: [
      { "/status": { type: "string" }, "/data": { type: "array" } },
      { "/status": { is: "error" }, "/message": { type: "string" } },
    ],
    outcomes: [
      { when: { http: "200", "/status": "success" }, means: "found" },
      {
        when: { http: "401", "/status": "error" },
        means: "declined",
        reason: "unauthorized",
        of: [1],
      },
      { when: { http: "400", "/status": "error" }, means: "by_code", of: [1] },
    ],
  },
  errors: {
    message: "/message",
    list: [
      { message: "No transaction was found for this id", reason: "payment_not_found" },
      {
        message: "Cannot refund non-existent/unauthorized transaction",
        match: "contains",
        reason: "payment_not_found",
      },
      {
        message: "Please specify the following parameters in body",
        match: "starts",
        reason: "invalid_request",
      },
      { message: "merchant secret key required", reason: "unauthorized" },
    ],
  },
};

/** What an answer to the query proves about a refund whose outcome is not certain. */
export const evidence: EvidenceTable = {
  find: { in: "/data", where: { "/comment": "key" } },
  echo: [
    { of: "payment.transactionId", at: "/transaction_id" },
    { of: "refund.id", at: "/id" },
  ],
  refunded: { at: "/amount_refunded", money: { unit: "major", as: "number" } },
  rules: [
    {
      when: {
        "/status": [
          "completed-bank-transfer",
          "completed-momo",
          "completed-mpgs",
          "completed-offline",
          "completed-preauth",
        ],
        refunded: "this",
      },
      proves: "succeeded",
    },
    {
      when: {
        "/status": ["completed", "complete", "pending-momo", "processing"],
        refunded: "this",
      },
      proves: "pending",
    },
  ],
};
