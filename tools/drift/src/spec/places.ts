/** Where something that the spec does not have yet would stand. */
import type { At, Contract, Field, Spec } from "./contract.ts";
import { type BareFact, fieldsNamed } from "./ties.ts";

/** @param said what the page says; a field without a place is taken for one of the body */
export function placeFor(subject: string, said: readonly BareFact[], { contract }: Spec): At {
  const [, head = "", rest = ""] = /^([^./]+)[./]?(.*)$/s.exec(subject) ?? [];
  if (head === "error") return ["x-errors", "list"];
  if (head === "host") return ["servers"];
  const side = head === "example" ? rest.slice(0, rest.search(/[./]|$/)) : head;
  const parent = rest.slice(0, Math.max(0, rest.lastIndexOf(".")));
  const [object] = parent ? fieldsNamed(contract, side, parent) : [];
  const place =
    said.find((fact) => fact.subject === subject && fact.aspect === "place")?.value ?? "body";
  if (object) return object.at;
  // A field that is a reference has the place of what it refers to, which has no neighbours.
  const own = (field: Field) => field.side === side && field.at.at(-2) !== "schemas";
  const beside = neighbours(side, said, contract)
    .filter((field) => own(field) && field.place === place)
    .map(holderOf);
  const siblings = contract.fields.filter(own);
  const there = siblings.filter((field) => field.place === place);
  const sibling = there.find(({ path }) => !path.includes(".")) ?? there[0] ?? siblings[0];
  return mostFrequent(beside) ?? (sibling ? holderOf(sibling) : contract.operation.at);
}

const holderOf = ({ at }: Field): At => at.slice(0, -1);

/** The fields that the page names as it names the new one: they may be in an envelope that it passes over. */
const neighbours = (side: string, said: readonly BareFact[], contract: Contract) =>
  [...new Set(said.map(({ subject }) => subject))].flatMap((subject) => {
    const [, head, name = ""] = /^(\w+)\.([^.]+)$/.exec(subject) ?? [];
    return head === side ? fieldsNamed(contract, side, name).slice(0, 1) : [];
  });

function mostFrequent(places: readonly At[]): At | undefined {
  const count = (place: At) => places.filter((one) => one.join() === place.join()).length;
  return places.toSorted((a, b) => count(b) - count(a))[0];
}
