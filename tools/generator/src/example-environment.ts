import type { Environment, ProviderTable } from "./core-types.ts";

/**
 * The environment that the documented examples are run in: the first server's. Where a credential shows its environment, that
 * of the sample credentials, which are for tests where there is a test server.
 */
export function exampleEnvironment({ servers, credentials }: ProviderTable): Environment {
  const shown = credentials.some((set) =>
    Object.values(set).some(({ environments }) => environments),
  );
  const [first = "live"] = Object.keys(servers) as Environment[];
  return shown && servers.test !== undefined ? "test" : first;
}
