import { defineConfig, mergeConfig } from "vitest/config";
import shared, { alone } from "../../vitest.shared.ts";

// These tests change the PATH.
export default mergeConfig(shared, defineConfig({ test: alone }));
