// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.
import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "openpayd",
  servers: { live: "https://api.openpaydpsp.com", test: "https://testapi.openpaydpsp.com" },
  credentials: [
    { apiKey: { secret: true, schema: { type: "string", minLength: 1, maxLength: 32 } } },
  ],
  refund: {
    method: "POST",
    path: "/pw/v3/payment/refund",
    media: "json",
    send: [
      {
        from: "credentials.apiKey",
        to: "body#/apiKey",
        schema: { type: "string", minLength: 1, maxLength: 32 },
      },
      {
        from: "payment.transactionId",
        to: "body#/transactionId",
        schema: { type: "string", minLength: 1, maxLength: 32 },
      },
      {
        from: "payment.referenceNo",
        to: "body#/referenceNo",
        schema: { type: "string", minLength: 1, maxLength: 32 },
      },
      {
        from: "amount",
        to: "body#/amount",
        schema: { type: "integer", minimum: 1 },
        optional: true,
        money: { unit: "minor", as: "integer" },
      },
      {
        from: "currency",
        to: "body#/currency",
        schema: { type: "string", pattern: "^[A-Z]{3}$" },
        optional: true,
      },
    ],
    answer: [
      {
        "/code": { type: ["string", "integer"] },
        "/status": { type: "string" },
        "/message": { type: "string" },
      },
    ],
    identifiedBy: [["payment.transactionId"]],
    outcomes: [
      { when: { "/code": "00", "/status": "APPROVED" }, means: "succeeded" },
      { when: { "/code": ["00", "0"], "/status": "DECLINED" }, means: "unknown" },
      { when: { "/code": "283", "/status": "DECLINED" }, means: "unknown" },
      { when: { "/status": "DECLINED" }, means: "declined" },
    ],
    echo: [],
    currencies: { exponent: 2 },
  },
  errors: {
    code: "/code",
    message: "/message",
    list: [{ codes: ["32"], reason: "already_refunded" }],
  },
};
