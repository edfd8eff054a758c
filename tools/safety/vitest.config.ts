import { defineConfig, mergeConfig } from "vitest/config";
import shared, { alone } from "../../vitest.shared.ts";

// They start threads of their own, and watch what those cost. They also wait much, so that two files fit on one core.
export default mergeConfig(shared, defineConfig({ test: { ...alone, maxWorkers: 2 } }));
