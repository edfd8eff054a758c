/** The same JSON text for the same plain data, whatever the order of its fields. */
export const canonical = (data: object): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
