import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

export default mergeConfig(
  shared,
  // Most tests start processes, one after another; on busy cores each takes seconds.
  defineConfig({ test: { testTimeout: 300_000 } }),
);
