import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";
import { listProviderPackages } from "./src/provider-packages.ts";

export default mergeConfig(
  shared,
  defineConfig({
    test: {
      root: fileURLToPath(new URL("../..", import.meta.url)),
      include: [
        "tools/provider-packages/test/**/*.test.ts",
        ...listProviderPackages().map(({ word }) => `packages/${word}/test/**/*.test.ts`),
      ],
    },
  }),
);
