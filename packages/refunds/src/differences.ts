/** Lists the fields in which two requests (JSON) differ: `amount.value was 60 and is 100`. */
export function differences(before: string, now: string): string {
  const was = new Map(leaves("", JSON.parse(before)));
  const is = new Map(leaves("", JSON.parse(now)));
  const show = (value: unknown) => value ?? "missing";
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => `${field} was ${show(was.get(field))} and is ${show(is.get(field))}`)
    .join(", ");
}

/** Every single value as JSON, by the name that problems have: `extra.metadata/order_id`. */
function leaves(field: string, value: unknown): [string, string][] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  // What is empty is a value, too, or a request with and one without would look alike.
  if (members.length === 0) return [[field, JSON.stringify(value)]];
  if (!field.includes(".")) {
    return members.flatMap(([name, member]) => leaves(field ? `${field}.${name}` : name, member));
  }
  // A slash in a name would look like a member of a member.
  return members.flatMap(([name, member]) =>
    leaves(`${field}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, member),
  );
}
