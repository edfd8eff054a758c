/** Turns `name=value` of the command line, or a cell of a file, into the value that a field takes. */
import type { Problem } from "refunds";
import type { FieldFacts } from "../provider-facts.ts";

/** @returns the value; or a message that completes a sentence which begins with the field */
function fieldValue(
  { types }: Pick<FieldFacts, "types">,
  text: string,
): { readonly value: unknown } | string {
  if (types.includes("string")) return { value: text };
  if (types.includes("json")) return jsonOf(text);
  if (types.includes("boolean")) {
    return /^(true|false)$/.test(text) ? { value: text === "true" } : "must be true or false";
  }
  // Nothing else that looks like a number: `1e3` and ` 7` are mistakes.
  const isNumber = types.includes("number") ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  const value = Number(text);
  const isExact = isNumber.test(text) && (text.includes(".") || Number.isSafeInteger(value));
  return isExact ? { value } : `must be ${types.join(" or ")}, not ${JSON.stringify(text)}`;
}

function jsonOf(text: string): { readonly value: unknown } | string {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return `must be JSON, not ${JSON.stringify(text)}`;
  }
}

/**
 * Reads the values of a group, such as `payment`.
 * @param known - the provider's fields; undefined for a provider that is not known
 */
export function readGroup(
  group: string,
  given: Readonly<Record<string, string>>,
  known: readonly FieldFacts[],
  problems: Problem[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given)) {
    const field = known.find((each) => each.name === name);
    const wrong = (message: string) => problems.push({ field: `${group}.${name}`, message });
    if (!field) {
      const names = known.map((each) => each.name).join(", ");
      wrong(names ? `is not known; there is ${names}` : "is not known; this provider has none");
      continue;
    }
    const read = fieldValue(field, text);
    if (typeof read === "string") wrong(read);
    else values[name] = read.value;
  }
  return values;
}
