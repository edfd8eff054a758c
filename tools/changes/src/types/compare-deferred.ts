/** Types that depend on a type parameter: nothing can be looked up in them, so they are held against each other as written. */
import ts from "typescript";
import type { Comparison, Pair, Spot } from "./comparison.ts";

export function compareDeferred(comparison: Comparison, pair: Pair, spot: Spot): void {
  const { report, text } = comparison;
  const [past, now] = pair;
  if (!sameText(comparison, past, now)) {
    report("type_unclear", `\`${spot.name}\` is ${text(now)}, and was ${text(past)}.`, spot);
    return;
  }
  // Written alike, they may still mean something else: whatever they name is compared by itself.
  const argumentsOf = (type: ts.Type) => type.aliasTypeArguments ?? [];
  argumentsOf(past).forEach((argument, index) => {
    const other = argumentsOf(now)[index];
    if (other) comparison.compare([argument, other], spot);
  });
  const [old, current] = [past, now].map((type) => type.aliasSymbol?.declarations?.[0]);
  if (!old || !current || !comparison.placeOf(old)) {
    compareInside(comparison, pair, spot);
    return;
  }
  if (written(old) !== written(current)) {
    const name = past.aliasSymbol?.name;
    report(
      "type_unclear",
      `What \`${name}\` stands for changed.`,
      spot,
      comparison.placeOf(current),
    );
    return;
  }
  compareNamed(comparison, old, current, spot);
}

const sameText = ({ text }: Comparison, past: ts.Type, now: ts.Type) => text(past) === text(now);

const printer = ts.createPrinter({ removeComments: true });

const written = (node: ts.Node) =>
  printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, " ");

function compareInside(comparison: Comparison, [past, now]: Pair, spot: Spot): void {
  const pairs: Pair[] = [];
  if (past.isIntersection() && now.isIntersection() && past.types.length === now.types.length) {
    past.types.forEach((part, index) => {
      const other = now.types[index];
      if (other) pairs.push([part, other]);
    });
  } else if (past.flags & ts.TypeFlags.IndexedAccess && now.flags & ts.TypeFlags.IndexedAccess) {
    const [old, current] = [past, now] as unknown as [ts.IndexedAccessType, ts.IndexedAccessType];
    pairs.push([old.objectType, current.objectType], [old.indexType, current.indexType]);
  }
  // A type parameter is all that is left to be written alike.
  for (const pair of pairs) {
    if (!pair.every((type) => type.flags & ts.TypeFlags.TypeParameter))
      comparison.compare(pair, spot);
  }
}

/** Compares, one by one, the types that two equal texts name. */
function compareNamed(comparison: Comparison, past: ts.Node, now: ts.Node, spot: Spot): void {
  const [old, current] = [past, now].map((node) => referencesIn(node));
  old?.forEach((reference, index) => {
    const other = current?.[index];
    if (!other) return;
    const types = [reference, other].map((node) => comparison.checker.getTypeFromTypeNode(node));
    comparison.compare([types[0], types[1]] as unknown as Pair, spot);
  });
}

function referencesIn(node: ts.Node): ts.TypeReferenceNode[] {
  const found: ts.TypeReferenceNode[] = [];
  const visit = (each: ts.Node) => {
    if (ts.isTypeReferenceNode(each)) found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}
