/** What changed of what can be called: what goes in turns the direction round. */
import ts from "typescript";
import type { Comparison, Pair, Spot } from "./comparison.ts";

export function compareCalls(
  comparison: Comparison,
  past: readonly ts.Signature[],
  now: readonly ts.Signature[],
  spot: Spot,
): void {
  const { report } = comparison;
  if (past.length !== now.length) {
    const rule =
      past.length === 0 ? "output_added" : now.length === 0 ? "output_removed" : "type_unclear";
    report(rule, `The ways to call \`${spot.name}\` changed.`, spot);
    return;
  }
  past.forEach((signature, index) => {
    const other = now[index];
    if (other) compareCall(comparison, signature, other, spot);
  });
}

function compareCall(
  comparison: Comparison,
  past: ts.Signature,
  now: ts.Signature,
  spot: Spot,
): void {
  const { checker, compare, report, text } = comparison;
  const parameters = (signature: ts.Signature) => signature.typeParameters ?? [];
  const bounds = (signature: ts.Signature) =>
    parameters(signature).map((parameter) => parameter.getConstraint());
  const given: Spot = { ...spot, direction: spot.direction === "in" ? "out" : "in" };
  if (parameters(past).map(text).join() !== parameters(now).map(text).join()) {
    report("type_unclear", `The type parameters of \`${spot.name}\` changed.`, spot);
    return;
  }
  bounds(past).forEach((bound, index) => {
    const other = bounds(now)[index];
    if (bound && other) compare([bound, other], given);
    else if (bound || other) {
      report("type_unclear", `The type parameters of \`${spot.name}\` changed.`, spot);
    }
  });
  compareParameters(comparison, past, now, given);
  compare([past.getReturnType(), now.getReturnType()], spot);
  const [told, tells] = [past, now].map((each) => checker.getTypePredicateOfSignature(each)?.type);
  if (told && tells) compare([told, tells], spot);
  else if (told || tells) report("type_unclear", `What \`${spot.name}\` proves changed.`, spot);
}

function compareParameters(
  { checker, compare, report }: Comparison,
  past: ts.Signature,
  now: ts.Signature,
  spot: Spot,
): void {
  const input = spot.direction === "in";
  const [old, current] = [past, now].map((signature) => signature.getParameters());
  const count = Math.max(old?.length ?? 0, current?.length ?? 0);
  for (let index = 0; index < count; index++) {
    const [before, after] = [old?.[index], current?.[index]];
    const here = { ...spot, name: `${spot.name}(${(after ?? before)?.name})` };
    if (before && after) {
      const [loose, strict] = [isOptional(checker, before), isOptional(checker, after)];
      if (loose && !strict && input)
        report("input_demanded", `\`${here.name}\` is required.`, here);
      if (!loose && strict) {
        const text = `\`${here.name}\` may be left out.`;
        report(input ? "input_optional" : "output_optional", text, here);
      }
      const types = [before, after].map((each) =>
        checker.getNonNullableType(checker.getTypeOfSymbol(each)),
      );
      compare([types[0], types[1]] as unknown as Pair, here);
    } else if (before) {
      report(input ? "input_removed" : "output_removed", `\`${here.name}\` is gone.`, here);
    } else if (after && input && !isOptional(checker, after)) {
      report("input_demanded", `\`${here.name}\` is required.`, here);
    } else {
      report(input ? "input_added" : "output_added", `\`${here.name}\` is new.`, here);
    }
  }
}

function isOptional(checker: ts.TypeChecker, parameter: ts.Symbol): boolean {
  const declaration = parameter.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isParameter(declaration) &&
    (checker.isOptionalParameter(declaration) || declaration.dotDotDotToken !== undefined)
  );
}
