/** JSON text that does not depend on the order of fields. */
export const canonical = (data: object): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
