import { createClient } from "./create-client.ts";
import { providers } from "./generated/providers.ts";

type Providers = typeof providers;

/** The one-word names of the providers, such as `yedpay`. */
export type ProviderName = keyof Providers;

/** A provider's name and its client's options, as in a configuration file or a database row. */
export type ProviderOptions<Name extends ProviderName = ProviderName> = {
  [N in Name]: {
    /** The provider's one-word name. */
    readonly provider: N;
  } & Parameters<Providers[N]>[0];
}[Name];

/**
 * Creates a client if the provider is known only at run time.
 * @throws {RefundError} `invalid_options` if the provider is unknown or its options are invalid
 */
export function clientFrom<Name extends ProviderName>(
  options: { readonly provider: Name } & ProviderOptions<Name>,
): ReturnType<Providers[Name]> {
  return createClient(options, Object.keys(providers), providers as never) as ReturnType<
    Providers[Name]
  >;
}
