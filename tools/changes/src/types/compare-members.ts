/** What changed of what an object has: its members, what it can be called with, what it can be asked by index. */
import ts from "typescript";
import { compareCalls } from "./compare-calls.ts";
import type { Comparison, Pair, Spot } from "./comparison.ts";

export function compareMembers(comparison: Comparison, pair: Pair, spot: Spot): void {
  const { checker, compare, report } = comparison;
  const [past, now] = pair.map((type) => membersOf(comparison, type));
  for (const [name, old] of past ?? []) {
    const current = now?.get(name);
    if (current) compareMember(comparison, old, current, within(comparison, spot, name, current));
    else {
      const here = within(comparison, spot, name, old);
      report(
        here.direction === "in" ? "input_removed" : "output_removed",
        `\`${here.name}\` is gone.`,
        here,
      );
    }
  }
  for (const [name, member] of now ?? []) {
    if (past?.has(name)) continue;
    const here = within(comparison, spot, name, member);
    if (here.direction === "out") report("output_added", `\`${here.name}\` is new.`, here);
    else if (isOptional(member))
      report("input_added", `\`${here.name}\` is new, and optional.`, here);
    else report("input_demanded", `\`${here.name}\` is required.`, here);
  }
  for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
    const [old = [], current = []] = pair.map((type) => checker.getSignaturesOfType(type, kind));
    compareCalls(comparison, old, current, spot);
  }
  const [old, current] = pair.map((type) => checker.getIndexInfosOfType(type)[0]?.type);
  if (old && current) compare([old, current], { ...spot, name: `${spot.name}[]` });
  else if (old || current)
    report("type_unclear", `What \`${spot.name}\` has by index changed.`, spot);
}

const isOptional = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0;

/** By the names that users write. Without private members, and members that only forbid a name. */
function membersOf({ checker }: Comparison, type: ts.Type): Map<string, ts.Symbol> {
  const own = checker.getPropertiesOfType(type).filter((property) => {
    const [declaration] = property.declarations ?? [];
    const hidden = declaration !== undefined && isHidden(declaration);
    const forbidden = isOptional(property) && isNothing(checker.getTypeOfSymbol(property));
    return !hidden && !forbidden && !property.name.startsWith("__#");
  });
  return new Map(own.map((property) => [nameOf(property), property]));
}

export const isHidden = (declaration: ts.Declaration) =>
  (ts.getCombinedModifierFlags(declaration) &
    (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !==
  0;

const isNothing = (type: ts.Type) =>
  (type.flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) !== 0;

/** A member named by a unique symbol has a number in its name, which differs from program to program. */
const nameOf = ({ name }: ts.Symbol) => name.replace(/^__@(.+)@\d+$/, "[$1]");

function within(comparison: Comparison, spot: Spot, name: string, member: ts.Symbol): Spot {
  const place = comparison.placeOf(member.declarations?.[0]) ?? spot.place;
  return { ...spot, name: `${spot.name}.${name}`, place };
}

function compareMember(comparison: Comparison, past: ts.Symbol, now: ts.Symbol, spot: Spot): void {
  const { checker, compare, report } = comparison;
  const [old, current] = [isOptional(past), isOptional(now)];
  const input = spot.direction === "in";
  if (!old && current) {
    report(input ? "input_optional" : "output_optional", `\`${spot.name}\` may be absent.`, spot);
  } else if (old && !current) {
    if (input) report("input_demanded", `\`${spot.name}\` is required.`, spot);
    else report("output_certain", `\`${spot.name}\` is always there.`, spot);
  }
  const types = [past, now].map((symbol) => {
    const type = checker.getTypeOfSymbol(symbol);
    return isOptional(symbol) ? withoutAbsence(checker, type) : type;
  });
  compare([types[0], types[1]] as unknown as Pair, spot);
}

/** The type of an optional member includes undefined, which is compared separately. */
const withoutAbsence = (checker: ts.TypeChecker, type: ts.Type) =>
  type.isUnion() ? checker.getNonNullableType(type) : type;
