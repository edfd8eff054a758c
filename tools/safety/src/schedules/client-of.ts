/** A provider's client with the credentials of its simulator. */
import type { Sandbox } from "@refunds/sandbox";
import { type Account, providers } from "refunds";

const timeoutMs = 1000;

export function clientOf(
  sandbox: Sandbox,
  provider: string,
  fetch: typeof globalThis.fetch,
): Account {
  const factory = providers[provider as keyof typeof providers] as unknown as (
    options: object,
  ) => Account;
  const { environment, credentials } = sandbox.provider(provider);
  return factory({ environment, ...credentials.at(-1), timeoutMs, fetch });
}
