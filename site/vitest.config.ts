import { mergeConfig } from "vitest/config";
import shared, { alone } from "../vitest.shared.ts";

// The guides change what `fetch` is, and some have their journal in Postgres.
export default mergeConfig(shared, {
  test: { ...alone, globalSetup: "@refunds/testing/postgres-vitest" },
});
