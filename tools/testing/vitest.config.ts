import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

// Modules of CommonJS look as they do in Node, and as their types say.
export default mergeConfig(shared, defineConfig({ test: { deps: { interopDefault: false } } }));
