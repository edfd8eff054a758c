import type { Environment, ProviderTable } from "./core-types.ts";

/** Whether the host of an environment contains a setting that has no default: then a client there needs it. */
export function isInHost(
  { servers, credentials }: Pick<ProviderTable, "servers" | "credentials">,
  environment: Environment,
  name: string,
): boolean {
  const hasDefault = credentials.some((set) => set[name]?.default !== undefined);
  return !hasDefault && servers[environment]?.includes(`{${name}}`) === true;
}
