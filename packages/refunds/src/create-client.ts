import { RefundError } from "@refunds/core";
import { withoutField } from "./without-field.ts";

/** Makes a client of one provider, from its options. */
export type Factory = (options: unknown) => unknown;

/**
 * @param names - every provider's name
 * @param factories - by their names, those that are loaded
 */
export function createClient(
  options: unknown,
  names: readonly string[],
  factories: Readonly<Record<string, Factory>>,
): unknown {
  const given: { readonly provider?: unknown } = Object(options);
  const { provider } = given;
  if (typeof provider !== "string" || !names.includes(provider)) {
    const message = `must be one of ${names.join(", ")}`;
    throw new RefundError("invalid_options", "refunds", [{ field: "provider", message }]);
  }
  const factory = factories[provider];
  if (!factory) {
    const message = `${provider} was not loaded: pass its name to loadClientFrom()`;
    throw new RefundError("invalid_options", "refunds", [{ field: "provider", message }]);
  }
  return factory(withoutField(given, "provider"));
}
