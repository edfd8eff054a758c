/** `{ present: true }` in a condition, in a spec or in a table. */
export const isPresence = (expected: unknown): expected is { readonly present: boolean } =>
  typeof expected === "object" && expected !== null && "present" in expected;
