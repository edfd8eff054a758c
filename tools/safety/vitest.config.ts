import { defineConfig, mergeConfig } from "vitest/config";
import shared, { alone } from "../../vitest.shared.ts";

// They start threads of their own, and watch what those cost.
export default mergeConfig(shared, defineConfig({ test: alone }));
