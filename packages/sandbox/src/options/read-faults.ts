import { allFaults, type FaultKind, isFaultKind } from "../faults/fault-kind.ts";
import type { FaultChance, FaultPlan, PlannedFault } from "../faults/fault-plan.ts";
import { type AddProblem, notOneOf, readNamed, shown } from "./read-named.ts";

const operations = ["refund", "query", "token"];

/** A copy of a fault plan whose values are all possible. */
export function readFaults(
  given: unknown,
  providers: readonly string[],
  wrong: AddProblem,
): FaultPlan {
  if (typeof given === "function") return given as FaultPlan;
  if (Array.isArray(given)) {
    return given.map((each, at) => readPlanned(each, providers, `faults[${at}]`, wrong));
  }
  if (typeof given === "object" && given !== null) return readChance(given, wrong);
  wrong("faults", "must be a list, a function, or an object with seed and chance");
  return [];
}

function readPlanned(
  given: unknown,
  providers: readonly string[],
  field: string,
  wrong: AddProblem,
): PlannedFault {
  const names = ["nth", "fault", "provider", "operation"] as const;
  const planned = readNamed<PlannedFault>(given, names, field, wrong);
  const { nth, fault, provider, operation } = planned;
  if (!Number.isSafeInteger(nth) || (nth as number) < 1) {
    wrong(`${field}.nth`, `is ${shown(nth)}. It must be an integer above 0`);
  }
  checkKind(fault, `${field}.fault`, wrong);
  if (provider !== undefined && !providers.includes(provider)) {
    wrong(`${field}.provider`, notOneOf(provider, providers));
  }
  checkOperation(operation, `${field}.operation`, wrong);
  return planned as PlannedFault;
}

function readChance(given: object, wrong: AddProblem): FaultChance {
  const names = ["seed", "chance", "operation"] as const;
  const { chance, ...rest } = readNamed<FaultChance>(given, names, "faults", wrong);
  const { seed, operation } = rest;
  if (!Number.isSafeInteger(seed)) wrong("faults.seed", `is ${shown(seed)}. It must be an integer`);
  checkOperation(operation, "faults.operation", wrong);
  const isOne = typeof chance !== "object" || chance === null;
  const each = isOne ? [["", chance] as const] : Object.entries(chance);
  for (const [kind, value] of each) {
    const field = `faults.chance${kind && `.${kind}`}`;
    if (!isOne) checkKind(kind, field, wrong);
    if (!(typeof value === "number" && value >= 0 && value <= 1)) {
      wrong(field, `is ${shown(value)}. It must be a number from 0 to 1`);
    }
  }
  const total = each.reduce((sum, [, value]) => sum + Number(value), 0);
  if (total > 1 && !isOne) {
    wrong("faults.chance", `adds up to ${total}. The sum must not exceed 1`);
  }
  return { ...rest, chance: isOne ? chance : { ...chance } } as FaultChance;
}

function checkOperation(operation: unknown, field: string, wrong: AddProblem): void {
  if (operation !== undefined && !operations.includes(operation as string)) {
    wrong(field, notOneOf(operation, operations));
  }
}

function checkKind(kind: unknown, field: string, wrong: AddProblem): asserts kind is FaultKind {
  if (typeof kind !== "string" || !isFaultKind(kind)) wrong(field, notOneOf(kind, allFaults));
}
