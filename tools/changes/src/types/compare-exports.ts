/** The second witness: what changed of what a package exports, as the compiler sees it. */
import ts from "typescript";
import { compareBumps } from "../bump.ts";
import type { Finding } from "../finding.ts";
import type { Package } from "../release/packages.ts";
import { type RuleName, rules } from "../rules.ts";
import { isHidden } from "./compare-members.ts";
import { comparisonOf } from "./compare-type.ts";
import type { Comparison, Spot } from "./comparison.ts";
import type { BothTypes, Place } from "./program.ts";

/** A finding, and the folder of the package in whose sources it was made. */
export interface TypeFinding extends Finding {
  readonly owner: string;
}

export function compareExports(types: BothTypes, past: Package, now: Package): TypeFinding[] {
  const findings: TypeFinding[] = [];
  const report = (rule: RuleName, text: string, place: Place | undefined) => {
    const where = place && `${place.path}:${place.line}`;
    const owner = place?.folder ?? now.folder;
    const { effect, because } = { ...rules[rule], ...ofAnswer(rule, text) };
    const finding = { witness: "types", rule, effect, because, text, owner } as const;
    const known = findings.findIndex((each) => saying(each.text) === saying(text));
    const old = findings[known];
    // What callers both give and get is seen twice, and the greater effect is the one it has.
    if (old && compareBumps(finding.effect, old.effect) <= 0) return;
    if (old) findings.splice(known, 1);
    findings.push({ ...finding, ...(where !== undefined && { where }) });
  };
  const comparison = comparisonOf(types, report);
  const shared: SharedDoor[] = [];
  for (const subpath of new Set([...past.doors.keys(), ...now.doors.keys()])) {
    const door = now.name + subpath.slice(1);
    const [before, after] = [past.doors.get(subpath), now.doors.get(subpath)];
    if (before === undefined) report("export_added", `\`${door}\` can be imported.`, undefined);
    else if (after === undefined) {
      report("export_removed", `\`${door}\` can no longer be imported.`, undefined);
    } else shared.push({ before, after });
  }
  const both = shared.map((door) => compareNames(comparison, door));
  // Values first: in which direction a type is used is known from them.
  for (const names of both) for (const pair of names) compareValue(comparison, pair);
  for (const names of both) for (const pair of names) compareDeclared(comparison, pair);
  if (!findings.some(({ effect }) => effect === "major")) {
    for (const names of both) for (const pair of names) checkReplaces(comparison, pair);
  }
  return findings;
}

/** A field of the raw API's answers is not given by callers, though its types can be used in either direction. */
function ofAnswer(rule: RuleName, text: string): { readonly because?: string } {
  if (!rule.startsWith("input_") || !/\.responses\b/.test(text)) return {};
  if (rules[rule].effect === "major")
    return { because: "programs that make such an answer themselves no longer compile" };
  const read = rule.replace("input_", "output_") as RuleName;
  return rules[read]?.effect === "minor" ? { because: rules[read].because } : {};
}

/** Reports a new member: to callers who pass it, and to callers who receive it. */
const saying = (text: string) =>
  text.replace(/ is (new|new, and optional|required)\.$/, " is new.");

interface SharedDoor {
  readonly before: string;
  readonly after: string;
}

interface NamePair {
  readonly name: string;
  readonly past: ts.Symbol;
  readonly now: ts.Symbol;
  readonly place: Place | undefined;
}

function compareNames(comparison: Comparison, { before, after }: SharedDoor): NamePair[] {
  const past = exportsOf(comparison, "past", before);
  const now = exportsOf(comparison, "now", after);
  const spot: Spot = { direction: "out", name: "", place: undefined };
  const place = (symbol: ts.Symbol) => comparison.placeOf(symbol.declarations?.[0]);
  for (const [name, symbol] of now) {
    if (past.has(name)) continue;
    comparison.report("export_added", `\`${name}\` is new.`, spot, place(symbol));
  }
  return [...past].flatMap(([name, old]) => {
    const current = now.get(name);
    if (current) return [{ name, past: old, now: current, place: place(current) }];
    comparison.report("export_removed", `\`${name}\` is no longer exported.`, spot, place(old));
    return [];
  });
}

function exportsOf(
  { checker, moduleOf }: Comparison,
  side: "past" | "now",
  path: string,
): Map<string, ts.Symbol> {
  const module = moduleOf(side, path);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  return new Map(
    symbols.map((symbol) => [
      symbol.name,
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    ]),
  );
}

const isValue = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Value) !== 0;

function compareValue(comparison: Comparison, { name, past, now, place }: NamePair): void {
  const { checker, compare, report } = comparison;
  const spot: Spot = { direction: "out", name, place };
  if (isValue(past) && isValue(now)) {
    compare([checker.getTypeOfSymbol(past), checker.getTypeOfSymbol(now)], spot);
  } else if (isValue(past)) {
    report("export_removed", `\`${name}\` is only a type.`, spot);
  }
}

/**
 * The compiler has the last word: what is now must do wherever what was did. It is asked only where nothing that breaks a
 * program was found, because that says more than "no".
 */
function checkReplaces(comparison: Comparison, { name, past, now, place }: NamePair): void {
  const { checker, report } = comparison;
  if (!isValue(past) || !isValue(now)) return;
  const [old, current] = [checker.getTypeOfSymbol(past), checker.getTypeOfSymbol(now)];
  if (checker.isTypeAssignableTo(current, old) || isUnique(comparison, old)) return;
  const text = `\`${name}\` cannot take the place of what it was.`;
  report("type_unclear", text, { direction: "out", name, place });
}

/** Whether it makes or proves what no other declaration can be: something with a private member, or a symbol of ours. */
function isUnique({ checker, placeOf }: Comparison, type: ts.Type): boolean {
  const signatures = [...type.getCallSignatures(), ...type.getConstructSignatures()];
  const results = signatures.flatMap((signature) => [
    signature.getReturnType(),
    checker.getTypePredicateOfSignature(signature)?.type,
  ]);
  const members = [type, ...results].flatMap((each) => each?.getProperties() ?? []);
  return members.some(({ name, declarations: [declaration] = [] }) => {
    if (!placeOf(declaration)) return false;
    return /^__[@#]/.test(name) || (declaration !== undefined && isHidden(declaration));
  });
}

/** Types that no value leads to: a program may use them in either direction. */
function compareDeclared(comparison: Comparison, { name, past, now, place }: NamePair): void {
  const { checker, compare, isMet, partsOf, report } = comparison;
  const isType = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Type) !== 0;
  if (!isType(past) || !isType(now)) return;
  const [old, current] = [past, now].map((symbol) => checker.getDeclaredTypeOfSymbol(symbol));
  if (!old || !current || isMet(name, old)) return;
  const spot: Spot = { direction: "out", name, place };
  const [before, after] = [old, current].map(partsOf);
  const isList = (parts: typeof before) =>
    parts !== undefined && parts.plain.size + parts.objects.length + parts.deferred.length === 0;
  if (before && after && isList(before) && isList(after)) {
    for (const value of after.values) {
      if (before.values.has(value)) continue;
      report("listed_value_added", `\`${name}\` has \`${value}\`.`, spot);
    }
    for (const value of before.values) {
      if (after.values.has(value)) continue;
      report("listed_value_removed", `\`${name}\` no longer has \`${value}\`.`, spot);
    }
    return;
  }
  compare([old, current], spot);
  compare([old, current], { ...spot, direction: "in" });
}
