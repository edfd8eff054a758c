import { defineConfig } from "vitest/config";

// Inside the repo a package is its src/, so tests need no build. The rest of the list is Vite's own
// `defaultServerConditions`, which naming a condition would replace.
const conditions = ["refunds-source", "module", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  test: {
    // Generous: a busy or slow machine takes long, and hangs are still found.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // vitest would give up after a second, which a busy machine can take for anything.
    expect: { poll: { timeout: 30_000 } },
    // Loading the sources anew for every file costs as much as the tests. A file takes back what it changes of what all
    // share, such as the clock; one that cannot asks for `alone`.
    pool: "threads",
    isolate: false,
  },
  ssr: { resolve: { conditions } },
});

/** For tests that change the process they run in, or measure it: each file has one of its own. */
export const alone = { pool: "forks", isolate: true } as const;
