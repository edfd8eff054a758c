/** A provider that does not exist, in the variants that the tests need. */
import type { CallOptions, ClientOptions, Outcome, QueryOutcome, WireResult } from "@refunds/core";
import {
  defineProvider,
  type MoneyFormat,
  type ProviderTable,
  type SignatureTable,
} from "@refunds/core/provider";

export interface AcornClient {
  readonly provider: "acorn";
  refund(request: unknown, options?: CallOptions): Promise<Outcome>;
  query(request: unknown, options?: CallOptions): Promise<QueryOutcome>;
  readonly wire: Record<
    "refund" | "query",
    (request: unknown, options?: CallOptions) => Promise<WireResult>
  >;
}

const text = { type: "string", minLength: 1 } as const;
const bearer = {
  from: "credentials.accessToken",
  to: "header.Authorization",
  schema: text,
  prefix: "Bearer ",
} as const;

export const acornAnswer = { state: "done", id: "A-1", amount: "1050", currency: "EUR" };

export const acornTable: ProviderTable = {
  provider: "acorn",
  servers: { live: "https://api.acorn.invalid/v1", test: "https://test.acorn.invalid/v1" },
  credentials: [{ accessToken: { secret: true, schema: text } }],
  errors: {
    code: "/error/code",
    message: "/error/message",
    list: [
      { code: "E1", reason: "payment_not_found", money: "none" },
      { code: "E2", reason: "provider_error", money: "unknown" },
      { code: "E9", reason: "unauthorized", money: "none" },
      { message: "Too Old", reason: "not_refundable", money: "none" },
    ],
  },
  refund: {
    method: "POST",
    path: "/payments/{id}/refund",
    media: "json",
    send: [
      bearer,
      { from: "payment.id", to: "path.id", schema: text },
      {
        from: "amount",
        to: "body#/amount",
        schema: {},
        money: { unit: "minor", as: "string" },
      },
      { from: "currency", to: "body#/currency", schema: {} },
      {
        from: "reason",
        to: "body#/reason",
        schema: { type: "string", maxLength: 20 },
        optional: true,
      },
      { from: "key", to: "header.Request-Id", schema: text, optional: true },
    ],
    outcomes: [
      { when: { "/state": "done" }, then: "succeeded" },
      { when: { "/state": ["queued", "started"] }, then: "pending" },
      { when: { "/state": "failed" }, then: "by_code" },
      { when: { "/state": "refused" }, then: "declined" },
    ],
    echo: [
      { of: "amount", at: "/amount", money: { unit: "minor", as: "string" } },
      { of: "currency", at: "/currency" },
    ],
    refundId: "/id",
    answer: {
      anyOf: [
        {
          type: "object",
          required: ["state", "id", "amount", "currency"],
          properties: {
            state: { type: "string" },
            id: { type: ["string", "integer"] },
            amount: { type: ["string", "integer"] },
            currency: { type: "string" },
          },
        },
        {
          type: "object",
          required: ["state", "error"],
          properties: { state: { enum: ["failed", "refused"] }, error: { type: "object" } },
        },
      ],
    },
  },
  query: {
    method: "GET",
    path: "/payments/{id}",
    send: [bearer, { from: "payment.id", to: "path.id", schema: text }],
    outcomes: [
      { when: { "/state": "failed" }, then: "by_code" },
      { when: { http: "200" }, then: "found" },
    ],
    answer: { type: "object", required: ["state"] },
  },
};

/** The same provider, writing amounts in another way. */
export const withMoney = (money: MoneyFormat): ProviderTable => ({
  ...acornTable,
  refund: {
    ...acornTable.refund,
    send: acornTable.refund.send.map((placement) =>
      placement.from === "amount" ? { ...placement, money } : placement,
    ),
    echo: [{ of: "amount", at: "/amount", money }],
  },
});

/** The same provider, with signed requests. */
export const withSignature = (sign: SignatureTable): ProviderTable => ({
  ...acornTable,
  credentials: [
    {
      accessToken: { secret: true, schema: text },
      signingKey: { secret: true, schema: { type: "string" } },
    },
  ],
  refund: {
    ...acornTable.refund,
    send: [
      ...acornTable.refund.send,
      { from: "timestamp", to: "header.X-Time", schema: {}, time: "unix-seconds" },
    ],
    sign,
  },
});

/** The same provider, whose token is obtained from an id and a secret. */
export const withTokenCall: ProviderTable = {
  ...acornTable,
  credentials: [
    { accessToken: { secret: true, schema: text } },
    { appId: { secret: false, schema: text }, appKey: { secret: true, schema: text } },
  ],
  token: {
    method: "POST",
    path: "/token",
    media: "form",
    send: [
      { from: "credentials.appId", to: "body#/id", schema: text },
      { from: "credentials.appKey", to: "body#/key", schema: text },
    ],
    outcomes: [
      { when: { "/state": "ok" }, then: "issued" },
      { when: { "/state": "failed" }, then: "by_code" },
    ],
    gives: "accessToken",
    token: "/token",
    expires: { at: "/expires", format: "unix-seconds" },
    answer: { type: "object", required: ["state"] },
  },
};

export const acornToken = "acorn-secret-token/+=&<9";

/** A client; without `baseUrl` it has the test environment. */
export function acorn(
  options: Partial<ClientOptions> & Record<string, unknown> = {},
  table: ProviderTable = acornTable,
): AcornClient {
  const destination = options.baseUrl === undefined ? { environment: "test" } : {};
  const given = { ...destination, accessToken: acornToken, ...options };
  return defineProvider<unknown, AcornClient>(table)(given);
}

export const acornRequest = {
  payment: { id: "pay-1" },
  amount: { value: 1050, currency: "EUR" },
} as const;
