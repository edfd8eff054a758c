/** JSON text that does not depend on the order of fields. */
export const canonical = (data: object): string => JSON.stringify(sorted(data));

// Not a replacer of JSON.stringify, which takes three times as long.
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const names = Object.keys(value).sort();
  return Object.fromEntries(
    names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]),
  );
}
