/** What changed of a union: of listed values, of plain types, of kinds of object. */
import type ts from "typescript";
import type { Comparison, Spot } from "./comparison.ts";
import type { Parts } from "./type-words.ts";

export function compareUnions(comparison: Comparison, past: Parts, now: Parts, spot: Spot): void {
  compareValues(comparison, past, now, spot);
  comparePlain(comparison, past, now, spot);
  compareKinds(comparison, past.objects, now.objects, spot);
}

/** A list of values together with their type: other values can occur, so programs cannot rely on the list. */
const isOpen = ({ values, plain }: Parts) =>
  plain.has("unknown") ||
  ([...values].every((value) => /^["`]/.test(value)) && plain.has("string"));

function compareValues({ report }: Comparison, past: Parts, now: Parts, spot: Spot): void {
  const gained = [...now.values].filter((value) => !past.values.has(value));
  const lost = [...past.values].filter((value) => !now.values.has(value));
  const { direction, name } = spot;
  const open = direction === "out" && isOpen(past) && isOpen(now);
  for (const value of gained) {
    const closed = direction === "in" ? "input_value_added" : "output_closed_changed";
    report(open ? "output_value_added" : closed, `\`${name}\` may be \`${value}\`.`, spot);
  }
  for (const value of lost) {
    // What goes over into the type that it is of can still be given, and still come.
    if (now.plain.has("string") && !past.plain.has("string") && direction === "in") continue;
    const closed = direction === "in" ? "input_value_removed" : "output_closed_changed";
    const text = `\`${name}\` may no longer be \`${value}\`.`;
    report(open ? "output_value_removed" : closed, text, spot);
  }
}

function comparePlain({ report }: Comparison, past: Parts, now: Parts, spot: Spot): void {
  const [wider, narrower] =
    spot.direction === "in"
      ? (["input_type_widened", "input_type_changed"] as const)
      : (["output_type_changed", "output_closed_changed"] as const);
  for (const type of now.plain) {
    if (!past.plain.has(type)) report(wider, `\`${spot.name}\` may be any ${type}.`, spot);
  }
  for (const type of past.plain) {
    if (now.plain.has(type)) continue;
    report(narrower, `\`${spot.name}\` may no longer be any ${type}.`, spot);
  }
}

function compareKinds(
  comparison: Comparison,
  past: readonly ts.Type[],
  now: readonly ts.Type[],
  spot: Spot,
): void {
  const { report } = comparison;
  const left = new Set(now);
  const lost: ts.Type[] = [];
  for (const kind of past) {
    const [other] = [...left].sort(
      (a, b) => likeness(comparison, kind, b) - likeness(comparison, kind, a),
    );
    if (other && likeness(comparison, kind, other) > 0) {
      left.delete(other);
      comparison.compare([kind, other], spot);
    } else lost.push(kind);
  }
  const input = spot.direction === "in";
  const shown = (type: ts.Type) => comparison.text(type);
  for (const kind of left) {
    const rule = input ? "input_value_added" : "shape_added";
    report(rule, `\`${spot.name}\` may also be ${shown(kind)}.`, spot);
  }
  for (const kind of lost) {
    const rule = input ? "input_value_removed" : "shape_removed";
    report(rule, `\`${spot.name}\` may no longer be ${shown(kind)}.`, spot);
  }
}

/** How sure it is that one kind of a union became another: by what tells it apart, its name, its members. */
function likeness(comparison: Comparison, past: ts.Type, now: ts.Type): number {
  if (past === now) return 1000;
  const [old, current] = [past, now].map((type) => tagsOf(comparison, type));
  const told = [...(old ?? [])].filter(([name]) => current?.has(name));
  if (told.some(([name, value]) => current?.get(name) !== value)) return 0;
  const [oldNames, names] = [past, now].map((type) => namesOf(comparison, type));
  const shared = [...(oldNames ?? [])].filter((name) => names?.has(name)).length;
  const sameName = comparison.nameOf(past)?.name === comparison.nameOf(now)?.name ? 1 : 0;
  const bothEmpty = oldNames?.size === 0 && names?.size === 0 ? 1 : 0;
  return told.length * 100 + shared * 2 + (shared > 0 ? sameName : bothEmpty);
}

/** The members that tell one kind of a union from another: name -> the one value it has. */
function tagsOf({ checker, text }: Comparison, type: ts.Type): Map<string, string> {
  const tags = checker.getPropertiesOfType(type).flatMap((property): [string, string][] => {
    const value = checker.getTypeOfSymbol(property);
    return value.isStringLiteral() || value.isNumberLiteral() || /^(true|false)$/.test(text(value))
      ? [[property.name, text(value)]]
      : [];
  });
  return new Map(tags);
}

/** Names of the members that can be there. */
function namesOf({ checker, text }: Comparison, type: ts.Type): Set<string> {
  const properties = checker
    .getPropertiesOfType(type)
    .filter((property) => !/^(never|undefined)$/.test(text(checker.getTypeOfSymbol(property))));
  return new Set(properties.map(({ name }) => name));
}
