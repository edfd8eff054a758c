/** What to type after `refunds init`. Each line can be copied. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { moneyText } from "../output/money.ts";
import { shellWord } from "../output/outcome-text.ts";
import { withoutSample } from "./env-text.ts";
import { type Plan, sandboxUrl } from "./plan.ts";

export async function nextSteps(folder: string, plan: Plan): Promise<string[]> {
  const { environment, provider } = plan;
  const install = isInstalled(folder)
    ? []
    : ["npm install --save-dev @refunds/cli    # the configuration imports it"];
  if (environment !== "sandbox") {
    return [
      ...install,
      "cp .env.example .env    # and fill it in",
      "npx refunds doctor",
      `npx refunds providers ${provider.name}    # what a refund needs`,
    ];
  }
  const missing = withoutSample(plan);
  return [
    ...install,
    `npx refunds sandbox --provider ${provider.name}    # in another terminal`,
    ...(missing.length > 0 ? [`copy ${missing.join(", ")} from ${sandboxUrl}/ into .env`] : []),
    "npx refunds doctor",
    await sandboxRefund(plan),
  ];
}

function isInstalled(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules/@refunds/cli/package.json"))) return true;
    if (dirname(at) === at) return false;
  }
}

/** A refund that the sandbox makes, of its first sample payment. */
async function sandboxRefund({ provider, account }: Plan): Promise<string> {
  const { createSandbox } = await import("@refunds/sandbox");
  const sandbox = await createSandbox({ providers: [provider.name] });
  const sample = sandbox.provider(provider.name).payments.find(({ always }) => !always);
  if (!sample) throw new Error(`The sandbox has no payment of ${provider.name}.`);
  const { fields, exactlyOne } = provider.payment;
  const others = new Set(exactlyOne.flatMap(([, ...names]) => names));
  const payment = fields
    .filter(({ name, optional }) => !optional || exactlyOne.some(([first]) => first === name))
    .filter(({ name }) => !others.has(name))
    .map(({ name }) => `--payment ${shellWord(`${name}=${sample.payment[name]}`)}`);
  const isFull = !provider.amount || provider.amount.optional;
  return [
    `npx refunds refund --account ${shellWord(account)} --key order-1042/refund-1`,
    ...payment,
    isFull ? "--full" : `--amount "${moneyText(sample.amount)}"`,
  ].join(" ");
}
