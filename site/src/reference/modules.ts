/** The modules that the reference describes, each with the file that declares it. A type is on the page of the first that exports it. */
export const modules: ReadonlyMap<string, string> = new Map([
  ["packages/core/src/index.ts", "@refunds/core"],
  ["packages/journal/src/index.ts", "@refunds/journal"],
  ["packages/journal/src/sqlite.ts", "@refunds/journal/sqlite"],
  ["packages/journal/src/postgres.ts", "@refunds/journal/postgres"],
  ["packages/refunds/src/index.ts", "refunds"],
  ["packages/otel/src/index.ts", "@refunds/otel"],
  ["packages/sandbox/src/index.ts", "@refunds/sandbox"],
  ["packages/cli/src/index.ts", "@refunds/cli"],
]);
