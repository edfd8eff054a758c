/** A provider that does not exist, in the variants that the tests need. */
import type {
  CallOptions,
  CheckedRequest,
  ClientOptions,
  Outcome,
  QueryOutcome,
} from "@refunds/core";
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import {
  defineProvider,
  type Features,
  freshValueByPattern,
  hmacSigner,
  type MoneyFormat,
  majorUnits,
  minorUnits,
  ownDecimals,
  type ProviderTable,
  rsaSigner,
  type SignatureTable,
  tokenSource,
  worthRepeating,
  writeForm,
  writeTexts,
} from "@refunds/core/provider";
import { currencyFeature } from "./currencies.ts";

export interface AcornClient {
  readonly provider: "acorn";
  readonly sentTo: string;
  readonly timeoutMs: number;
  check(request: unknown): CheckedRequest;
  refund(request: unknown, options?: CallOptions): Promise<Outcome>;
  query(request: unknown, options?: CallOptions): Promise<QueryOutcome>;
}

/** Its own operations, with bodies of any kind: what is wrong with them is for the client to find. */
export interface AcornPaths {
  "/payments/{id}/refund": {
    post: {
      parameters: { path?: { id: string } };
      requestBody?: { content: { "application/json": object } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
  "/payments/{id}": {
    get: {
      parameters: { path?: { id: string } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
}

export const refundPath = "/payments/{id}/refund";

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
      { codes: ["E1", "32"], reason: "payment_not_found" },
      { codes: ["E2"], reason: "provider_error", money: "unknown" },
      { codes: ["E9"], reason: "unauthorized" },
      { codes: ["E5"], message: "Not yet", reason: "not_settled" },
      { message: "Too Old", reason: "not_refundable" },
    ],
  },
  refund: {
    identifiedBy: [["payment.id"]],
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
      { when: { "/state": "done" }, means: "succeeded" },
      { when: { "/state": ["queued", "started"] }, means: "pending" },
      { when: { "/state": "failed" }, means: "by_code" },
      { when: { "/state": "refused" }, means: "declined" },
    ],
    echo: [
      { of: "amount", at: "/amount", money: { unit: "minor", as: "string" } },
      { of: "currency", at: "/currency" },
    ],
    refundId: "/id",
    answer: [
      {
        "/state": { type: "string" },
        "/id": { type: ["string", "integer"] },
        "/amount": { type: ["string", "integer"] },
        "/currency": { type: "string" },
      },
      { "/state": { is: "failed" }, "/error": { type: "object" } },
      { "/state": { is: "refused" }, "/error": { type: "object" } },
    ],
  },
  query: {
    method: "GET",
    path: "/payments/{id}",
    send: [bearer, { from: "payment.id", to: "path.id", schema: text }],
    outcomes: [
      { when: { "/state": "failed" }, means: "by_code" },
      { when: { http: "200" }, means: "found" },
    ],
    answer: [{ "/state": { type: "string" } }],
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
    { appId: { schema: text }, appKey: { secret: true, schema: text } },
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
      { when: { "/state": "ok" }, means: "issued" },
      { when: { "/state": "failed" }, means: "by_code" },
    ],
    gives: "accessToken",
    token: "/token",
    expires: { at: "/expires", format: "seconds-from-now" },
    answer: [{ "/state": { type: "string" } }],
  },
};

export const acornToken = "acorn-secret-token/+=&<9";

/** What the table needs, as a provider's package would name it. */
const featuresOf = ({ refund, query }: ProviderTable) => ({
  signer: (refund.sign ?? query?.sign)?.algorithm === "HMAC-SHA-256" ? hmacSigner : rsaSigner,
  money: { major: ownDecimals(majorUnits), minor: ownDecimals(minorUnits) },
  body: writeForm,
  texts: writeTexts,
  repeats: worthRepeating,
  tokens: tokenSource,
  currencies: currencyFeature(refund),
  fresh: freshValueByPattern,
});

/** Without `baseUrl` it is the test environment. */
const optionsOf = (given: Options) => ({
  ...(given.baseUrl === undefined && { environment: "test" }),
  accessToken: acornToken,
  ...given,
});

type Options = Partial<ClientOptions> & Record<string, unknown>;

/** A client. */
export const acorn = (options: Options = {}, table = acornTable): AcornClient =>
  defineProvider<unknown, AcornClient>(table, featuresOf(table))(optionsOf(options));

/** The openapi-fetch client of the same provider. */
export const acornFetchClient = (
  options: Options = {},
  table = acornTable,
): FetchClient<AcornPaths> =>
  defineFetchClient<unknown, AcornPaths>(table, featuresOf(table))(optionsOf(options));

export const acornRequest = {
  payment: { id: "pay-1" },
  amount: { value: 1050, currency: "EUR" },
} as const;

/** Both clients of a table, made with exactly these options, and with the features that every variant has and `more`. */
export const acornClients = (options: object, table: ProviderTable, more: Features = {}) => {
  const features = { ...featuresOf(table), ...more };
  return {
    client: defineProvider<unknown, AcornClient>(table, features)(options),
    fetchClient: defineFetchClient<unknown, AcornPaths>(table, features)(options),
  };
};
