/** Lists the fields in which two requests (JSON) differ: `amount.value was 60 and is 100`. */
export function differences(before: string, now: string): string {
  const was = new Map(leaves("", JSON.parse(before)));
  const is = new Map(leaves("", JSON.parse(now)));
  const show = (value: unknown) => (value === undefined ? "missing" : JSON.stringify(value));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => `${field} was ${show(was.get(field))} and is ${show(is.get(field))}`)
    .join(", ");
}

function leaves(field: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[field, value]];
  return Object.entries(value).flatMap(([name, member]) =>
    leaves(field ? `${field}.${name}` : name, member),
  );
}
