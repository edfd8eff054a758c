import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

export default mergeConfig(
  shared,
  // The tests start processes; on busy cores each takes seconds.
  defineConfig({ test: { testTimeout: 300_000 } }),
);
