/** A global set-up for vitest: one Postgres for all tests of a package, which get its address by `inject("postgres")`. */
import type { TestProject } from "vitest/node";
import { startPostgres } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the Postgres that runs for the tests. */
    postgres: string;
  }
}

export async function setup({ provide }: TestProject) {
  const server = await startPostgres();
  provide("postgres", server.url);
  // Called when the tests are through, failed ones too.
  return () => server.stop();
}
