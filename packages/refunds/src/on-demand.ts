/** `refunds/on-demand`: the facade without the code of every provider, for programs that must start fast. */
import type { clientFrom } from "./client-from.ts";
import { createClient, type Factory } from "./create-client.ts";
import { loaders } from "./generated/loaders.ts";

export { isRefundError, RefundError } from "@refunds/core";
export { isJournalError, JournalError, memoryJournal } from "@refunds/journal";
export { createRefunds } from "./create-refunds.ts";

/**
 * Loads the code of these providers, and of no other one. A name that is not a provider's is refused by the function that you get.
 * @param names one-word names, such as `yedpay`
 * @returns `clientFrom()` for these providers. For another provider, it throws a `RefundError`.
 */
export async function loadClientFrom(names: readonly string[]): Promise<typeof clientFrom> {
  const known = [...new Set(names)].filter((name) => Object.hasOwn(loaders, name));
  const loaded = await Promise.all(
    known.map(async (name) => [name, await loaders[name as keyof typeof loaders]()] as const),
  );
  const factories = Object.fromEntries(loaded) as Record<string, Factory>;
  const create = (options: unknown) => createClient(options, Object.keys(loaders), factories);
  return create as typeof clientFrom;
}
