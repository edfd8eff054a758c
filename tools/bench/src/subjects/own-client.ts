/** The client of a provider, as this repository publishes it. */
import { type Account, keptConnections, providers } from "refunds";
import type { Given } from "./subject.ts";

export function ownClient({ options: { provider, kind }, sample, places, fetch }: Given): Account {
  const factories = providers as unknown as Record<string, (options: object) => Account>;
  const factory = factories[provider];
  if (!factory) throw new Error(`There is no provider ${provider}.`);
  const { baseUrl } = places;
  return factory({
    ...(baseUrl ? { baseUrl } : { environment: "test", fetch }),
    ...(kind === "client, kept" && { fetch: keptConnections() }),
    ...sample.credentials,
  });
}
