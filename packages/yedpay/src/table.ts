// Generated from specs/yedpay.yaml by `pnpm generate`. Do not edit: edit the spec.
// biome-ignore-all lint/suspicious/noThenProperty: a rule says when and then; nobody awaits it.
import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = {
  provider: "yedpay",
  servers: { live: "https://api.yedpay.com/v1", test: "https://api-staging.yedpay.com/v1" },
  credentials: [{ accessToken: { secret: true, schema: { type: "string", minLength: 1 } } }],
  refund: {
    method: "POST",
    path: "/transactions/{id}/refund",
    media: "form",
    send: [
      { from: "payment.id", to: "path.id", schema: { type: "string", minLength: 1 } },
      {
        from: "reason",
        to: "body#/refund_reason",
        schema: { type: "string", minLength: 1 },
        optional: true,
      },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["success", "data"],
          properties: {
            success: { type: "boolean", const: true },
            message: { type: "string" },
            data: {
              type: "object",
              required: ["id", "status"],
              properties: {
                id: { type: "string", minLength: 1 },
                user_id: { type: "string" },
                company_id: { type: "string" },
                store_id: { type: "string" },
                gateway_id: { type: "integer" },
                barcode_id: { type: "string" },
                status: { type: "string" },
                amount: { type: ["string", "number"] },
                currency: { type: "string" },
                charge: { type: ["string", "number"] },
                forex: { type: ["string", "number"] },
                paid_at: { type: "string" },
                settled_at: { type: "string" },
                transaction_id: { type: "string" },
                payer: { type: "string" },
                extra_parameters: { type: ["string", "array"], items: {} },
                custom_id: { type: "string" },
                fixed_id: { type: "string" },
                refunded_at: { type: "string" },
                created_at: { type: "string" },
                updated_at: { type: "string" },
                expired_at: { type: "string" },
                _links: { type: ["array", "object"], items: {} },
                refund_details: {
                  anyOf: [
                    {
                      type: "object",
                      properties: {
                        request_user_id: { type: "string" },
                        first_name: { type: "string" },
                        last_name: { type: "string" },
                        remark: { type: "string" },
                      },
                    },
                    {
                      type: "array",
                      items: {
                        type: "object",
                        properties: {
                          request_user_id: { type: "string" },
                          first_name: { type: "string" },
                          last_name: { type: "string" },
                          remark: { type: "string" },
                        },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
        {
          type: "object",
          required: ["success"],
          properties: {
            success: { type: "boolean", const: false },
            message: { type: "string" },
            status: { type: ["integer", "string"] },
            code: { type: ["integer", "string"] },
            errors: {
              anyOf: [
                {
                  type: "array",
                  items: {
                    type: "object",
                    properties: {
                      code: { type: ["integer", "string"] },
                      field: { type: "string" },
                      message: { type: "string" },
                    },
                  },
                },
                {
                  type: "object",
                  properties: {
                    code: { type: ["integer", "string"] },
                    field: { type: "string" },
                    message: { type: "string" },
                  },
                },
              ],
            },
          },
        },
      ],
    },
    outcomes: [
      { when: { "/success": "true", "/data/status": "refunded" }, then: "succeeded" },
      { when: { "/success": "true", "/data/status": "pending_refund" }, then: "pending" },
      { when: { "/success": "true", "/data/status": "void" }, then: "unknown" },
      { when: { "/success": "false" }, then: "by_code" },
    ],
    echo: [{ of: "payment.id", at: "/data/id" }],
  },
  query: {
    method: "GET",
    path: "/transactions/{id}",
    send: [
      { from: "payment.id", to: "path.id", schema: { type: "string", minLength: 1 } },
      {
        from: "credentials.accessToken",
        to: "header.Authorization",
        schema: { type: "string", minLength: 1 },
        prefix: "Bearer ",
      },
    ],
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["success", "data"],
          properties: {
            success: { type: "boolean", const: true },
            message: { type: "string" },
            data: {
              type: "object",
              properties: {
                id: { type: "string" },
                transaction_id: { type: "string" },
                custom_id: { type: "string" },
                gateway_id: { type: "integer" },
                gateway_sub_id: { type: "integer" },
                gateway_sub_name: { type: "string" },
                gateway_code: { type: "string" },
                status: { type: "string" },
                amount: { type: ["string", "number"] },
                currency: { type: "string" },
                charge: { type: ["string", "number"] },
                forex: { type: ["string", "number"] },
                refunded: { type: ["string", "number"] },
                refund_charge: { type: ["string", "number"] },
                net: { type: ["string", "number"] },
                tips: { type: ["string", "number"] },
                paid_at: { type: "string" },
                settled_at: { type: "string" },
                can_settle_after: { type: "string" },
                refunded_at: { type: "string" },
                created_at: { type: "string" },
                updated_at: { type: "string" },
              },
            },
          },
        },
        {
          type: "object",
          required: ["success"],
          properties: {
            success: { type: "boolean", const: false },
            message: { type: "string" },
            status: { type: ["integer", "string"] },
            code: { type: ["integer", "string"] },
            errors: {
              anyOf: [
                {
                  type: "array",
                  items: {
                    type: "object",
                    properties: {
                      code: { type: ["integer", "string"] },
                      field: { type: "string" },
                      message: { type: "string" },
                    },
                  },
                },
                {
                  type: "object",
                  properties: {
                    code: { type: ["integer", "string"] },
                    field: { type: "string" },
                    message: { type: "string" },
                  },
                },
              ],
            },
          },
        },
      ],
    },
    outcomes: [
      { when: { "/success": "true" }, then: "found" },
      { when: { "/success": "false" }, then: "by_code" },
    ],
  },
  errors: {
    code: "/status",
    message: "/message",
    list: [
      { code: "500", message: "Unauthenticated.", reason: "unauthorized", money: "none" },
      { code: "500", reason: "provider_error", money: "unknown" },
      { code: "401", reason: "unauthorized", money: "none" },
      { code: "403", reason: "unauthorized", money: "none" },
      { code: "400", reason: "insufficient_balance", money: "none" },
      { code: "406", reason: "invalid_request", money: "none" },
      { code: "422", reason: "invalid_request", money: "none" },
    ],
  },
};
