/** Common first mistakes, as programs. `mistakes.md` has the messages. */
export interface Mistake {
  readonly title: string;
  readonly program: string;
  /** The field that the compilers' diagnostics and the error must name. */
  readonly names: string;
  /** What does not report the mistake: the compiler, or the error at run time. */
  readonly silent?: "compiler" | "error";
}

const client = (name: string) => `import { ${name} } from "@refunds/${name}";
const client = ${name}({ environment: "test", accessToken: "t" });`;

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
  },
  {
    title: "no environment, with a pair of credentials",
    program: `import { ottpay } from "@refunds/ottpay";
ottpay({ appId: "i", appKey: "k" });`,
    names: "environment",
  },
  {
    title: "an environment that does not exist",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "prod", accessToken: "t" });`,
    names: "environment",
  },
  {
    title: "an environment that may be any string",
    program: `import { yedpay } from "@refunds/yedpay";
const environment = process.env["PAYMENTS"] ?? "production";
yedpay({ environment, accessToken: "t" });`,
    names: "environment",
  },
  {
    title: "both environment and baseUrl",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "test", baseUrl: "http://127.0.0.1:4010/yedpay", accessToken: "t" });`,
    names: "baseUrl",
  },
  {
    title: "a misspelled credential",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "test", acessToken: "t" });`,
    names: "accessToken",
  },
  {
    title: "a credential that is missing",
    program: `import { openpayd } from "@refunds/openpayd";
openpayd({ environment: "test" });`,
    names: "apiKey",
  },
  {
    title: "both alternatives of the credentials",
    program: `import { ottpay } from "@refunds/ottpay";
ottpay({ environment: "test", accessToken: "t", appId: "i", appKey: "k" });`,
    names: "appId",
  },
  {
    title: "half of a pair of credentials",
    program: `import { ottpay } from "@refunds/ottpay";
ottpay({ environment: "test", appId: "i" });`,
    names: "appKey",
  },
  {
    title: "an option that does not exist",
    program: `import { yedpay } from "@refunds/yedpay";
yedpay({ environment: "test", accessToken: "t", timeout: 5000 });`,
    names: "timeout",
  },
  {
    title: "no amount where one is required",
    program: `${client("ottpay")}
await client.refund({ payment: { oriPaymentId: "1" } });`,
    names: "amount",
  },
  {
    title: "an amount as a decimal",
    program: `${client("ottpay")}
await client.refund({ payment: { oriPaymentId: "1" }, amount: 10.5 });`,
    names: "amount",
  },
  {
    title: "an amount in major units",
    program: `${client("ottpay")}
await client.refund({ payment: { oriPaymentId: "1" }, amount: { value: 10.5, currency: "CAD" } });`,
    names: "amount.value",
    silent: "compiler",
  },
  {
    title: "a currency in lower case",
    program: `${client("ottpay")}
await client.refund({ payment: { oriPaymentId: "1" }, amount: { value: 1050, currency: "cad" } });`,
    names: "currency",
  },
  {
    title: "a payment field of another name",
    program: `${client("yedpay")}
await client.refund({ payment: { paymentId: "1" } });`,
    names: "paymentId",
  },
  {
    title: "a payment id in place of the payment",
    program: `${client("yedpay")}
await client.refund({ payment: "1" });`,
    names: "payment",
  },
  {
    title: "a field of another provider",
    program: `${client("yedpay")}
await client.refund({ payment: { id: "1" }, amount: { value: 1050, currency: "HKD" } });`,
    names: "amount",
  },
  {
    title: "a forgotten await",
    program: `import { yedpay } from "@refunds/yedpay";
const options = { environment: "test", accessToken: "t" } as const;
export const run = () => {
  const outcome = yedpay(options).refund({ payment: { id: "1" } });
  return outcome.status === "succeeded";
};`,
    names: "status",
    silent: "error",
  },
  {
    title: "no key",
    program: `${facade}
await refunds.refund({ account: "shop", payment: { id: "1" } });`,
    names: "key",
  },
  {
    title: "an account that does not exist",
    program: `${facade}
await refunds.refund({ account: "store", key: "k", payment: { id: "1" } });`,
    names: "account",
  },
  {
    title: "a factory in place of its client",
    program: `import { createRefunds, yedpay } from "refunds";
createRefunds({ accounts: { shop: yedpay } });`,
    names: "shop",
  },
];
