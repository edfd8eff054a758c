/** A folder with a file of refunds, and the simulated providers that it is sent to. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toWire } from "@refunds/core/provider";
import {
  type Balance,
  createSandbox,
  type FaultPlan,
  type Sandbox,
  type SandboxProvider,
} from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";

/** A row of the file. */
interface ShopRow {
  readonly key: string;
  /** The refund as the provider sees it. No other row has it. */
  readonly refund: string;
}

export interface RowsShop {
  readonly folder: string;
  readonly sandbox: Sandbox;
  readonly rows: readonly ShopRow[];
  close(): Promise<void>;
}

interface ShopOptions {
  readonly folder: string;
  readonly postgres: string;
  readonly rows: number;
  /** How many accounts the rows are spread over, each of another provider. */
  readonly accounts: number;
  readonly timeoutMs: number;
}

/** Answers that are lost in some way, so that outcomes are uncertain; and requests that never arrive. */
const faults: FaultPlan = {
  seed: 1,
  chance: {
    reset_before: 0.001,
    reset_after: 0.001,
    html_5xx_before: 0.001,
    html_5xx_after: 0.001,
  },
};

/** Of so many rows, two refund the same payment, and have to wait for each other. */
const pairEvery = 100;

export async function openRowsShop(options: ShopOptions): Promise<RowsShop> {
  const { folder, postgres, rows: count, accounts, timeoutMs } = options;
  const providers = (await chosen(accounts)).map(({ provider }) => provider);
  const samples = (await createSandbox({ providers })).providers;
  const ofEach = Math.ceil(count / providers.length);
  const payments = Object.fromEntries(
    samples.map((each) => [each.provider, numbered(each, ofEach)]),
  );
  const sandbox = await createSandbox({ providers, payments, faults });
  const server = await serve(sandbox);
  const config = {
    accounts: Object.fromEntries(
      sandbox.providers.map(({ provider, credentials: [first] }) => [
        provider,
        { provider, baseUrl: `${server.url}/${provider}`, timeoutMs, ...first },
      ]),
    ),
    journal: { postgres },
  };
  writeFileSync(join(folder, "refunds.config.mjs"), `export default ${JSON.stringify(config)};\n`);
  const rows = fileOf(sandbox, count);
  writeFileSync(join(folder, "refunds.csv"), rows.text);
  return { folder, sandbox, rows: rows.rows, close: () => server.close() };
}

/** Providers whose outcomes are certain, and whose payments can be numbered. */
async function chosen(count: number): Promise<readonly SandboxProvider[]> {
  const { providers } = await createSandbox();
  const found: SandboxProvider[] = [];
  for (const each of providers) {
    if (found.length === count) break;
    const sample = each.payments.find(({ always }) => always === undefined);
    const request = sample && each.requestFor(sample);
    if (!request || request.extra || !each.partial || !each.confirms) continue;
    if (!each.queryFor(request, "1")) continue;
    const payments = { [each.provider]: numbered(each, 10) };
    const isAccepted = await createSandbox({ providers: [each.provider], payments }).then(
      () => true,
      () => false,
    );
    if (isAccepted) found.push(each);
  }
  return found;
}

/** Payments like the provider's first sample, each with identifiers of its own. */
function numbered(provider: SandboxProvider, count: number) {
  const sample = provider.payments.find(({ always }) => always === undefined) as Balance;
  const { payment, amount } = sample;
  return Array.from({ length: count }, (_, at) => ({
    payment: Object.fromEntries(
      Object.entries(payment).map(([name, id]) => [name, numberedId(id, at)]),
    ),
    amount,
  }));
}

const digits = 7;

/** The same length and beginning as the sample, which a provider may check. */
const numberedId = (sample: string | number, at: number): string | number =>
  typeof sample === "number" ? at + 1 : sample.slice(0, -digits) + String(at).padStart(digits, "0");

function fileOf(sandbox: Sandbox, count: number) {
  // A payment can have more identifiers than a request names.
  const names = [
    ...new Set(
      sandbox.providers.flatMap((each) =>
        Object.keys(each.requestFor(each.payments[0] as Balance).payment),
      ),
    ),
  ];
  const lines = [`account,key,${names.map((name) => `payment.${name}`).join()},amount,currency`];
  const rows: ShopRow[] = [];
  const all = sandbox.providers.map((provider) => ({ provider, payments: provider.payments }));
  for (let at = 0; at < count; at++) {
    const { provider, payments } = all[at % all.length] as (typeof all)[number];
    const nth = Math.floor(at / all.length);
    const isSecond = nth % pairEvery === 1;
    const balance = payments[isSecond ? nth - 1 : nth] as Balance;
    const { payment, amount } = balance;
    const { currency } = amount;
    const step = provider.amountStep(currency);
    // The second refund of a payment has another amount, by which it is known.
    const part = Math.floor(amount.value / 10 / step) * step + (isSecond ? step : 0);
    const text = toWire({ value: part, currency }, { unit: "major", as: "string" });
    const key = `row-${at}`;
    const named: Readonly<Record<string, unknown>> = provider.requestFor(balance, part).payment;
    const ids = names.map((name) => named[name] ?? "");
    lines.push([provider.provider, key, ...ids, text, currency].join());
    rows.push({ key, refund: refundName(provider.provider, payment, part) });
  }
  return { text: `${lines.join("\n")}\n`, rows };
}

export const refundName = (provider: string, payment: Balance["payment"], value: number): string =>
  `${provider} ${Object.values(payment).join()} ${value}`;
