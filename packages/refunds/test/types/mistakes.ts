/** The mistakes that people make first, as programs, and what they are told. */

/** What a compiler says: its code, and its words line by line. */
type Said = readonly [code: string, ...lines: readonly string[]];

export interface Mistake {
  readonly title: string;
  readonly program: string;
  /** The field to look at: the compiler's words and the error both name it. */
  readonly names: string;
  /** Absent where no type can tell. Two, where the compilers differ: TypeScript 7's and 5.9's. */
  readonly compiler?: Said | { readonly 7: Said; readonly 5: Said };
  /** The message of the `RefundError`; absent where nothing is wrong with the call itself. */
  readonly error?: string;
}

const yedpay = `import { yedpay } from "@refunds/yedpay";
const client = yedpay({ environment: "test", accessToken: "t" });`;
const ottpay = `import { ottpay } from "@refunds/ottpay";
const client = ottpay({ environment: "test", accessToken: "t" });`;
const facade = `import { createRefunds, yedpay } from "refunds";
const refunds = createRefunds({
  accounts: { shop: yedpay({ environment: "test", accessToken: "t" }) },
});`;

export const mistakes: readonly Mistake[] = [
  {
    title: "no environment",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ accessToken: "t" });`,
    names: "environment",
    compiler: [
      "TS2345",
      "Argument of type '{ accessToken: string; }' is not assignable to parameter of type 'YedpayOptions'.",
      "Type '{ accessToken: string; }' is not assignable to type 'EnvironmentOptions & YedpayCredentials'.",
      "Property 'environment' is missing in type '{ accessToken: string; }' but required in type 'EnvironmentOptions'.",
    ],
    error: "yedpay: environment must be live or test, or baseUrl. Nothing was sent.",
  },
  {
    title: "no environment, beside a pair of credentials",
    program: `import { ottpay } from "@refunds/ottpay";
ottpay({ appId: "i", appKey: "k" });`,
    names: "environment",
    compiler: [
      "TS2345",
      "Argument of type '{ appId: string; appKey: string; }' is not assignable to parameter of type 'OttpayOptions'.",
      "Type '{ appId: string; appKey: string; }' is not assignable to type '(BaseUrlOptions & OttpayAppIdAppKeyCredentials) | (EnvironmentOptions & OttpayAppIdAppKeyCredentials)'.",
      "Type '{ appId: string; appKey: string; }' is not assignable to type 'EnvironmentOptions & OttpayAppIdAppKeyCredentials'.",
      "Property 'environment' is missing in type '{ appId: string; appKey: string; }' but required in type 'EnvironmentOptions'.",
    ],
    error: "ottpay: environment must be live or test, or baseUrl. Nothing was sent.",
  },
  {
    title: "an environment that does not exist",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "prod", accessToken: "t" });`,
    names: "environment",
    compiler: ["TS2322", 'Type \'"prod"\' is not assignable to type \'"live" | "test"\'.'],
    error: "yedpay: environment must be live or test, or baseUrl. Nothing was sent.",
  },
  {
    title: "an environment that may be any text",
    program: `import { yedpay } from "@refunds/yedpay";
const environment = process.env["PAYMENTS"] ?? "production";
yedpay({ environment, accessToken: "t" });`,
    names: "environment",
    compiler: ["TS2322", "Type 'string' is not assignable to type '\"live\" | \"test\"'."],
    error: "yedpay: environment must be live or test, or baseUrl. Nothing was sent.",
  },
  {
    title: "both environment and baseUrl",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "test", baseUrl: "http://127.0.0.1:4010/yedpay", accessToken: "t" });`,
    names: "baseUrl",
    compiler: [
      "TS2345",
      "Argument of type '{ environment: \"test\"; baseUrl: string; accessToken: string; }' is not assignable to parameter of type 'YedpayOptions'.",
      "Types of property 'baseUrl' are incompatible.",
      "Type 'string' is not assignable to type 'undefined'.",
    ],
    error: "yedpay: environment must be live or test, or baseUrl. Nothing was sent.",
  },
  {
    title: "a misspelt credential",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "test", acessToken: "t" });`,
    names: "accessToken",
    compiler: [
      "TS2561",
      "Object literal may only specify known properties, but 'acessToken' does not exist in type 'EnvironmentOptions & YedpayCredentials'. Did you mean to write 'accessToken'?",
    ],
    error:
      "yedpay: acessToken is unknown; there are accessToken; credentials must be accessToken. Nothing was sent.",
  },
  {
    title: "a credential that is missing",
    program: `import { openpayd } from "@refunds/openpayd";
openpayd({ environment: "test" });`,
    names: "apiKey",
    compiler: [
      "TS2345",
      "Argument of type '{ environment: \"test\"; }' is not assignable to parameter of type 'OpenpaydOptions'.",
      "Type '{ environment: \"test\"; }' is not assignable to type 'EnvironmentOptions & OpenpaydCredentials'.",
      "Property 'apiKey' is missing in type '{ environment: \"test\"; }' but required in type 'OpenpaydCredentials'.",
    ],
    error: "openpayd: credentials must be apiKey. Nothing was sent.",
  },
  {
    title: "both alternatives of the credentials",
    program: `import { ottpay } from "@refunds/ottpay";
ottpay({ environment: "test", accessToken: "t", appId: "i", appKey: "k" });`,
    names: "appId",
    compiler: [
      "TS2345",
      "Argument of type '{ environment: \"test\"; accessToken: string; appId: string; appKey: string; }' is not assignable to parameter of type 'OttpayOptions'.",
      "Types of property 'appId' are incompatible.",
      "Type 'string' is not assignable to type 'undefined'.",
    ],
    error: "ottpay: credentials must be accessToken, or appId and appKey. Nothing was sent.",
  },
  {
    title: "half of a pair of credentials",
    program: `import { ottpay } from "@refunds/ottpay";
ottpay({ environment: "test", appId: "i" });`,
    names: "appKey",
    compiler: [
      "TS2345",
      "Argument of type '{ environment: \"test\"; appId: string; }' is not assignable to parameter of type 'OttpayOptions'.",
      "Type '{ environment: \"test\"; appId: string; }' is not assignable to type 'EnvironmentOptions & OttpayAppIdAppKeyCredentials'.",
      "Property 'appKey' is missing in type '{ environment: \"test\"; appId: string; }' but required in type 'OttpayAppIdAppKeyCredentials'.",
    ],
    error: "ottpay: appKey is missing. Nothing was sent.",
  },
  {
    title: "an option that does not exist",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "test", accessToken: "t", timeout: 5000 });`,
    names: "timeout",
    compiler: [
      "TS2561",
      "Object literal may only specify known properties, but 'timeout' does not exist in type 'EnvironmentOptions & YedpayCredentials'. Did you mean to write 'timeoutMs'?",
    ],
    error: "yedpay: timeout is unknown; there are accessToken. Nothing was sent.",
  },
  {
    title: "no amount where one is required",
    program: `${ottpay}
await client.refund({ payment: { oriPaymentId: "1" } });`,
    names: "amount",
    compiler: {
      7: [
        "TS2741",
        "Property 'amount' is missing in type '{ payment: { oriPaymentId: string; }; }' but required in type 'OttpayRefundRequest'.",
      ],
      5: [
        "TS2345",
        "Argument of type '{ payment: { oriPaymentId: string; }; }' is not assignable to parameter of type 'OttpayRefundRequest'.",
        "Property 'amount' is missing in type '{ payment: { oriPaymentId: string; }; }' but required in type 'OttpayRefundRequest'.",
      ],
    },
    error: "ottpay: amount is missing. Nothing was sent.",
  },
  {
    title: "an amount as a decimal",
    program: `${ottpay}
await client.refund({ payment: { oriPaymentId: "1" }, amount: 10.5 });`,
    names: "amount",
    compiler: ["TS2322", "Type 'number' is not assignable to type 'Amount<Currency>'."],
    error: "ottpay: amount must be { value, currency }. Nothing was sent.",
  },
  {
    title: "an amount in major units",
    program: `${ottpay}
await client.refund({ payment: { oriPaymentId: "1" }, amount: { value: 10.5, currency: "CAD" } });`,
    names: "amount.value",
    error: "ottpay: amount.value must be whole minor units above 0. Nothing was sent.",
  },
  {
    title: "a currency in lower case",
    program: `${ottpay}
await client.refund({ payment: { oriPaymentId: "1" }, amount: { value: 1050, currency: "cad" } });`,
    names: "currency",
    compiler: [
      "TS2820",
      "Type '\"cad\"' is not assignable to type 'Currency'. Did you mean '\"CAD\"'?",
    ],
    error: "ottpay: amount.currency must be an ISO 4217 code of 2 decimals. Nothing was sent.",
  },
  {
    title: "a payment field of another name",
    program: `${yedpay}
await client.refund({ payment: { paymentId: "1" } });`,
    names: "paymentId",
    compiler: [
      "TS2353",
      "Object literal may only specify known properties, and 'paymentId' does not exist in type 'YedpayPayment'.",
    ],
    error:
      "yedpay: payment.paymentId is unknown; there are payment.id, reason; payment.id is missing. Nothing was sent.",
  },
  {
    title: "a payment that is only its id",
    program: `${yedpay}
await client.refund({ payment: "1" });`,
    names: "payment",
    compiler: ["TS2322", "Type 'string' is not assignable to type 'YedpayPayment'."],
    error:
      "yedpay: payment is unknown; there are payment.id, reason; payment.id is missing. Nothing was sent.",
  },
  {
    title: "a field of another provider",
    program: `${yedpay}
await client.refund({ payment: { id: "1" }, amount: { value: 1050, currency: "HKD" } });`,
    names: "amount",
    compiler: [
      "TS2353",
      "Object literal may only specify known properties, and 'amount' does not exist in type 'YedpayRefundRequest'.",
    ],
    error: "yedpay: amount is unknown; there are payment.id, reason. Nothing was sent.",
  },
  {
    title: "a forgotten await",
    program: `import { yedpay } from "@refunds/yedpay";
const options = { environment: "test", accessToken: "t" } as const;
const run = () => {
  const outcome = yedpay(options).refund({ payment: { id: "1" } });
  return outcome.status === "succeeded";
};
export { run };`,
    names: "status",
    compiler: ["TS2339", "Property 'status' does not exist on type 'Promise<YedpayOutcome>'."],
  },
  {
    title: "no key",
    program: `${facade}
await refunds.refund({ account: "shop", payment: { id: "1" } });`,
    names: "key",
    compiler: [
      "TS2345",
      "Argument of type '{ account: \"shop\"; payment: { id: string; }; }' is not assignable to parameter of type 'AccountRefund<\"shop\", YedpayClient>'.",
      "Property 'key' is missing in type '{ account: \"shop\"; payment: { id: string; }; }' but required in type '{ readonly account: \"shop\"; readonly key: string; readonly refundable?: Amount<Currency>; }'.",
    ],
    error: "refunds: key must be your own id of this refund. Nothing was sent.",
  },
  {
    title: "an account that does not exist",
    program: `${facade}
await refunds.refund({ account: "store", key: "k", payment: { id: "1" } });`,
    names: "account",
    compiler: ["TS2322", "Type '\"store\"' is not assignable to type '\"shop\"'."],
    error: "refunds: account must be one of shop. Nothing was sent.",
  },
  {
    title: "a factory in place of its client",
    program: `import { createRefunds, yedpay } from "refunds";
createRefunds({ accounts: { shop: yedpay } });`,
    names: "shop",
    compiler: [
      "TS2322",
      "Type '(options: YedpayOptions) => YedpayClient' is not assignable to type 'Account'.",
    ],
    error:
      "refunds: accounts.shop must be a provider's client; call it with its options. Nothing was sent.",
  },
];
