/**
 * Compares a type with its older version, from the caller's side: everything that callers passed must still be accepted, and
 * everything that they read must still be there.
 */
import type ts from "typescript";
import type { RuleName } from "../rules.ts";
import { compareDeferred } from "./compare-deferred.ts";
import { compareObjects } from "./compare-objects.ts";
import { compareUnions } from "./compare-unions.ts";
import type { Comparison, Direction, Pair, Spot } from "./comparison.ts";
import type { BothTypes, Place } from "./program.ts";
import { wordsFor } from "./type-words.ts";

export type TypeReport = (rule: RuleName, text: string, place: Place | undefined) => void;

export function comparisonOf(types: BothTypes, report: TypeReport): Comparison {
  const words = wordsFor(types);
  const seen = new Set<string>();
  const numbers = new Map<ts.Type, number>();
  const number = (type: ts.Type) => {
    const known = numbers.get(type) ?? numbers.size;
    numbers.set(type, known);
    return known;
  };
  const idOf = ([past, now]: Pair, direction: Direction) =>
    `${number(past)} ${number(now)} ${direction}`;
  const names = new Set<string>();
  const met = new Set<ts.Type>();
  const comparison: Comparison = {
    ...types,
    ...words,
    isMet(name, past) {
      const { objects } = words.partsOf(past);
      const all = objects.length > 0 && objects.every((each) => met.has(each));
      return names.has(name) || met.has(past) || all;
    },
    report: (rule, text, spot, place) => report(rule, text, place ?? spot.place),
    compare(pair, spot) {
      const [past, now] = pair;
      met.add(past);
      const named = words.nameOf(past);
      if (named) names.add(named.name);
      const id = idOf(pair, spot.direction);
      if (past === now || seen.has(id)) return;
      seen.add(id);
      compareParts(comparison, pair, { ...spot, ...named });
    },
  };
  return comparison;
}

function compareParts(comparison: Comparison, pair: Pair, spot: Spot): void {
  const [past, now] = pair.map(comparison.partsOf);
  if (!past || !now) return;
  const single = (side: typeof past) =>
    side.values.size + side.plain.size + side.deferred.length === 0 && side.objects.length === 1;
  if (past.deferred.length + now.deferred.length > 0) compareDeferred(comparison, pair, spot);
  else if (single(past) && single(now)) compareObjects(comparison, pair, spot);
  else compareUnions(comparison, past, now, spot);
}
