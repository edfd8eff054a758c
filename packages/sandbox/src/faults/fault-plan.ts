import type { OperationName } from "../simulator/verdict.ts";
import { allFaults, type FaultKind, isFaultKind, unknownFault } from "./fault-kind.ts";

/** A request for which a fault plan is asked. */
export interface FaultSubject {
  readonly provider: string;
  readonly operation: OperationName;
  /** Counts the requests to this provider's operation from 1, since the start, the last `inject` or the last `reset`. */
  readonly nth: number;
  readonly method: string;
  readonly url: string;
}

/** Applies a fault to the n-th request. */
export interface PlannedFault {
  /** From 1. Counts the requests that match `provider` and `operation`. */
  readonly nth: number;
  readonly fault: FaultKind;
  /** Any provider by default. */
  readonly provider?: string;
  /** Any operation by default. */
  readonly operation?: OperationName;
}

/** Random faults that are the same in every run: they depend only on the seed and on a request's provider, operation and number. */
export interface FaultChance {
  readonly seed: number;
  /** From 0 to 1: one chance for all faults together, or a chance for each fault. The sum must not exceed 1. */
  readonly chance: number | Readonly<Partial<Record<FaultKind, number>>>;
  /** Any operation by default. */
  readonly operation?: OperationName;
}

/** Which requests get which faults: a list, a function that is called for every request in order of arrival, or random faults. */
export type FaultPlan =
  | readonly PlannedFault[]
  | ((subject: FaultSubject) => FaultKind | undefined)
  | FaultChance;

type ChooseFault = (subject: Omit<FaultSubject, "nth">) => FaultKind | undefined;

/** @param plan read by `readFaults`; what a function returns is checked when it is called */
export function createChooser(plan: FaultPlan): ChooseFault {
  if (isList(plan)) return fromList(plan);
  const choose = typeof plan === "function" ? plan : fromChance(plan);
  const counts = new Map<string, number>();
  return (subject) => {
    const name = `${subject.provider} ${subject.operation}`;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const kind = choose({ ...subject, nth });
    if (kind !== undefined && !isFaultKind(kind)) throw new RangeError(unknownFault(kind));
    return kind;
  };
}

const isList = (plan: FaultPlan): plan is readonly PlannedFault[] => Array.isArray(plan);

function fromList(plan: readonly PlannedFault[]): ChooseFault {
  const counts = plan.map(() => 0);
  return ({ provider, operation }) => {
    // Every entry counts every request that it matches, even if another entry applies its fault.
    const due = plan.filter((entry, at) => {
      const matches =
        (entry.provider ?? provider) === provider && (entry.operation ?? operation) === operation;
      if (!matches) return false;
      counts[at] = (counts[at] ?? 0) + 1;
      return counts[at] === entry.nth;
    });
    return due[0]?.fault;
  };
}

function fromChance({
  seed,
  chance,
  operation: only,
}: FaultChance): (subject: FaultSubject) => FaultKind | undefined {
  const each: (readonly [FaultKind, number])[] =
    typeof chance === "number"
      ? allFaults.map((kind) => [kind, chance / allFaults.length])
      : (Object.entries(chance) as [FaultKind, number][]);
  return ({ provider, operation, nth }) => {
    if (operation !== (only ?? operation)) return undefined;
    let drawn = random(`${seed} ${provider} ${operation} ${nth}`);
    for (const [kind, value] of each) {
      if (drawn < value) return kind;
      drawn -= value;
    }
    return undefined;
  };
}

/** A number from 0 up to 1 that depends only on the text: FNV-1a, then the finalizer of MurmurHash3. */
function random(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
