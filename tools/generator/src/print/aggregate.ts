/** `packages/refunds/src/generated`: all providers, loaded at once and one by one. */
import type { Provider } from "../model.ts";
import { credentialTypes } from "./entry-point.ts";
import { doc, header } from "./text.ts";

/** The public types of a provider, all of which its entry point exports. */
function typeNames(provider: Provider): string[] {
  const { prefix, query, extra } = provider;
  const own = [
    "Client",
    "Credentials",
    "ErrorCode",
    ...(extra ? ["Extra"] : []),
    "Options",
    "Outcome",
    "Payment",
    ...(query ? ["QueryAnswer", "QueryOutcome", "QueryRequest"] : []),
    "RefundAnswer",
    "RefundRequest",
  ].map((name) => prefix + name);
  return [...own, ...credentialTypes(provider)].sort();
}

export const printAggregate = (providers: readonly Provider[]): string =>
  [
    header("specs/"),
    ...providers.map(({ name }) => `import { ${name} } from "@refunds/${name}";\n`),
    "\n",
    ...providers.map(
      (provider) =>
        `export type { ${typeNames(provider).join(", ")} } from "@refunds/${provider.name}";\n`,
    ),
    "\n",
    `export { ${providers.map(({ name }) => name).join(", ")} };\n\n`,
    doc(["Every provider's factory by its name."]),
    `export const providers = { ${providers.map(({ name }) => name).join(", ")} } as const;\n`,
  ].join("");

/** `packages/refunds/src/generated/loaders.ts`. */
export const printLoaders = (providers: readonly Provider[]): string =>
  [
    header("specs/"),
    doc(["Loads the code of one provider, by its name."]),
    "export const loaders = {\n",
    ...providers.map(
      ({ name }) => `  ${name}: async () => (await import("@refunds/${name}")).${name},\n`,
    ),
    "} as const;\n",
  ].join("");
