import { defineConfig, mergeConfig } from "vitest/config";
import shared, { alone } from "../../vitest.shared.ts";

// They put commands of their own on the PATH.
export default mergeConfig(shared, defineConfig({ test: alone }));
