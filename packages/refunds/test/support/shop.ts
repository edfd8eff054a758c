import { createSandbox } from "@refunds/sandbox";
import { type Account, createRefunds, type JournalStore, providers } from "../../src/index.ts";

export const sandbox = await createSandbox();

export type ProviderName = keyof typeof providers;

export interface ShopOptions {
  readonly journal?: JournalStore;
  readonly rawAnswers?: boolean;
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** An account at a provider of the sandbox. */
function account(name: ProviderName, { timeoutMs, fetch }: ShopOptions): Account {
  const factory = providers[name] as unknown as (options: object) => Account;
  return factory({
    environment: "test",
    ...sandbox.provider(name).credentials.at(-1),
    fetch: fetch ?? sandbox.fetch,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}

export const names = Object.keys(providers) as ProviderName[];

/** A process of its own: a facade over every provider, by the provider's name. */
export const shop = (options: ShopOptions = {}) =>
  createRefunds({
    accounts: Object.fromEntries(names.map((name) => [name, account(name, options)])),
    ...(options.journal && { journal: options.journal }),
    ...(options.rawAnswers !== undefined && { rawAnswers: options.rawAnswers }),
  });

/** A refund of a provider's sample payment, in full where no value is given. */
export function request(name: ProviderName, key: string, value?: number, nth = 0) {
  const provider = sandbox.provider(name);
  const payment = provider.payments[nth];
  if (!payment) throw new Error("no such sample payment");
  return { account: name, key, ...provider.requestFor(payment, value) };
}
