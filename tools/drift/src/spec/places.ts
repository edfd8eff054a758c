/** Where something that the spec does not have yet would stand. */
import type { At, Spec } from "./contract.ts";
import { fieldsNamed } from "./ties.ts";

export function placeFor(subject: string, { contract }: Spec): At {
  const [, head = "", rest = ""] = /^([^./]+)[./]?(.*)$/s.exec(subject) ?? [];
  if (head === "error") return ["x-errors", "list"];
  if (head === "host") return ["servers"];
  const side = head === "example" ? rest.slice(0, rest.search(/[./]|$/)) : head;
  const parent = rest.slice(0, Math.max(0, rest.lastIndexOf(".")));
  const [object] = parent ? fieldsNamed(contract, side, parent) : [];
  const sibling = contract.fields.find((field) => field.side === side);
  return object?.at ?? sibling?.at.slice(0, -1) ?? contract.operation.at;
}
