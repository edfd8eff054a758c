/** Finds what is known of a provider. */
import { refuse } from "./errors.ts";
import { providers } from "./generated/providers.ts";
import type { ProviderFacts } from "./provider-facts.ts";

/** @throws {CliError} `unknown_provider` */
export function factsOf(name: string): ProviderFacts {
  const known = providers.map((each) => each.name).join(", ");
  return (
    providers.find((each) => each.name === name) ??
    refuse("unknown_provider", `There is no provider ${JSON.stringify(name)}. There are ${known}.`)
  );
}
