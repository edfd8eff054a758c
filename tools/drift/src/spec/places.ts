/** Where something that the spec does not have yet would stand. */
import type { At, Spec } from "./contract.ts";
import { type BareFact, fieldsNamed } from "./ties.ts";

/** @param said what is known of it; a field that nobody has placed is taken for one of the body */
export function placeFor(subject: string, said: readonly BareFact[], { contract }: Spec): At {
  const [, head = "", rest = ""] = /^([^./]+)[./]?(.*)$/s.exec(subject) ?? [];
  if (head === "error") return ["x-errors", "list"];
  if (head === "host") return ["servers"];
  const side = head === "example" ? rest.slice(0, rest.search(/[./]|$/)) : head;
  const parent = rest.slice(0, Math.max(0, rest.lastIndexOf(".")));
  const [object] = parent ? fieldsNamed(contract, side, parent) : [];
  const place =
    said.find((fact) => fact.subject === subject && fact.aspect === "place")?.value ?? "body";
  const siblings = contract.fields.filter(
    // A field that is a reference has the place of what it refers to, which is nobody's neighbour.
    (field) => field.side === side && field.at.at(-2) !== "schemas",
  );
  const there = siblings.filter((field) => field.place === place);
  const sibling = there.find(({ path }) => !path.includes(".")) ?? there[0] ?? siblings[0];
  return object?.at ?? sibling?.at.slice(0, -1) ?? contract.operation.at;
}
