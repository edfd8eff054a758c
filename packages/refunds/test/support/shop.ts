import { createSandbox } from "@refunds/sandbox";
import { refundsWith } from "../../src/create-refunds.ts";
import { type Account, type JournalStore, providers } from "../../src/index.ts";
import { readOptions } from "../../src/read-options.ts";

export const sandbox = await createSandbox();

export type ProviderName = keyof typeof providers;

export interface ShopOptions {
  readonly journal?: JournalStore;
  readonly rawAnswers?: boolean;
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** How long to keep trying to store an outcome. */
  readonly patienceMs?: number;
}

/** A client of a simulated provider. */
export function account(name: ProviderName, { timeoutMs, fetch }: ShopOptions): Account {
  const factory = providers[name] as unknown as (options: object) => Account;
  const { environment, credentials } = sandbox.provider(name);
  return factory({
    environment,
    ...credentials.at(-1),
    // Whatever is around it, it leads to the sandbox.
    fetch: fetch ? Object.assign(fetch, { sentTo: "sandbox" }) : sandbox.fetch,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}

export const names = Object.keys(providers) as ProviderName[];

/** One account for each provider, named after the provider. */
export const accounts = (options: ShopOptions = {}) =>
  Object.fromEntries(names.map((name) => [name, account(name, options)]));

/** A facade over every provider. Each call acts as another process. */
export const shop = (options: ShopOptions = {}) =>
  refundsWith<Record<string, Account>>(settingsOf(options));

function settingsOf({ journal, rawAnswers, patienceMs, ...options }: ShopOptions) {
  const settings = readOptions({
    accounts: accounts(options),
    ...(journal && { journal }),
    ...(rawAnswers !== undefined && { rawAnswers }),
  });
  if (patienceMs === undefined) return settings;
  return { ...settings, journal: { ...settings.journal, patienceMs } };
}

/** A refund of a provider's n-th sample payment, by default a full refund. */
export function request(name: ProviderName, key: string, value?: number, nth = 0) {
  const provider = sandbox.provider(name);
  const payment = provider.payments[nth];
  if (!payment) throw new Error(`${name} has no sample payment ${nth}`);
  return { account: name, key, ...provider.requestFor(payment, value) };
}
