import { defineConfig, mergeConfig } from "vitest/config";
import shared, { alone } from "../../vitest.shared.ts";

// Each file makes a repository to copy, and takes it away at its end.
export default mergeConfig(shared, defineConfig({ test: alone }));
