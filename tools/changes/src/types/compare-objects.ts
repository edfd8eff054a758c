/** What changed of an object: of its members, or of what a foreign type is made with. */
import type ts from "typescript";
import { compareMembers } from "./compare-members.ts";
import type { Comparison, Pair, Spot } from "./comparison.ts";

export function compareObjects(comparison: Comparison, pair: Pair, spot: Spot): void {
  const { checker, compare, foreignArguments, report, text } = comparison;
  const [past, now] = pair;
  const lists = [past, now].map((type) =>
    checker.isTupleType(type)
      ? checker.getTypeArguments(type as ts.TypeReference)
      : foreignArguments(type),
  );
  const [old, current] = lists;
  const callable = (type: ts.Type) => type.getCallSignatures().length > 0;
  if (!old && !current && callable(past) === callable(now)) {
    compareMembers(comparison, pair, spot);
  } else if (old && old.length === current?.length && past.symbol === now.symbol) {
    old?.forEach((argument, index) => {
      const other = current?.[index];
      if (other) compare([argument, other], spot);
    });
  } else {
    const rule = spot.direction === "in" ? "input_type_changed" : "output_type_changed";
    report(rule, `\`${spot.name}\` is ${text(now)}, and was ${text(past)}.`, spot);
  }
}
