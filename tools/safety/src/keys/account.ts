/** The client of the made-up provider, with its table written by hand. */
import {
  defineProvider,
  type EvidenceTable,
  listedCurrencies,
  minorUnits,
  type ProviderTable,
} from "@refunds/core/provider";
import type { Account } from "refunds";
import type { KeyRules } from "./provider.ts";

const timeoutMs = 1000;

const text = { type: "string", minLength: 1 } as const;
const money = { unit: "minor", as: "integer" } as const;

const tableWith = (echo: ProviderTable["refund"]["echo"]): ProviderTable => ({
  provider: "remembering",
  servers: { test: "https://remembering.example" },
  credentials: [{ apiKey: { secret: true, schema: text } }],
  refund: {
    method: "POST",
    path: "/refunds",
    media: "json",
    send: [
      { from: "key", to: "header.Idempotency-Key", schema: text },
      { from: "payment.id", to: "body#/payment", schema: text },
      { from: "amount", to: "body#/amount", schema: { type: "integer" }, money },
      { from: "currency", to: "body#/currency", schema: text },
      { from: "credentials.apiKey", to: "header.Authorization", schema: text, prefix: "Bearer " },
    ],
    answer: [{}],
    identifiedBy: [["payment.id"]],
    outcomes: [
      { when: { http: "409", "/error/code": "key_in_use" }, means: "unknown" },
      { when: { http: "400", "/error/code": "key_reused" }, means: "unknown" },
      { when: { http: "200", "/status": "succeeded" }, means: "succeeded" },
      { when: { http: ["401", "402"] }, means: "by_code" },
    ],
    echo,
    refundId: "/id",
    currencies: { codes: { EUR: 2 } },
  },
  errors: {
    code: "/error/code",
    list: [
      { codes: ["invalid_api_key"], reason: "unauthorized" },
      { codes: ["balance_too_low", "try_later"], reason: "insufficient_balance" },
    ],
  },
});

type SameKey = NonNullable<EvidenceTable["sameKey"]>;

export interface AccountSetup {
  readonly rules: KeyRules;
  readonly newKey: boolean;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Whether the answer's amount is compared. */
  readonly comparesAmount: boolean;
  /** Changes what the table says about keys. */
  readonly change: (sameKey: SameKey) => SameKey;
}

export function accountOf({
  rules: { rememberedMs, answers, body },
  newKey,
  fetch,
  comparesAmount,
  change,
}: AccountSetup): Account {
  const echo = [
    { of: "payment.id", at: "/payment" },
    ...(comparesAmount ? [{ of: "amount", at: "/amount", money }] : []),
  ];
  const sameKey: SameKey = {
    for: rememberedMs / 1000,
    answers,
    body,
    busy: [{ http: "409", "/error/code": "key_in_use" }],
    mismatch: [{ http: "400", "/error/code": "key_reused" }],
    forgets: [{ http: "5XX" }, { http: "402", "/error/code": "try_later" }],
    ...(newKey && { again: "new-key" }),
  };
  const evidence = { echo: [], rules: [], sameKey: change(sameKey) };
  const factory = defineProvider<object, Account>(
    tableWith(echo),
    { money: { minor: minorUnits }, currencies: listedCurrencies },
    evidence,
  );
  return factory({
    environment: "test",
    apiKey: "a-secret-key",
    timeoutMs,
    fetch: (input: string, init: RequestInit) => fetch(new Request(input, init)),
  });
}
