import { defineConfig } from "vitest/config";

// Inside the repo a package is its src/, so tests need no build. The rest of the list is Vite's own
// `defaultServerConditions`, which naming a condition would replace.
const conditions = ["refunds-source", "module", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  // Generous: on two busy cores a test that starts a process may take long, and hangs are still found.
  test: { testTimeout: 60_000, hookTimeout: 180_000 },
  ssr: { resolve: { conditions } },
});
