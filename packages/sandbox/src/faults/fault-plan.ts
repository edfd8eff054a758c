import type { OperationName } from "../simulator/verdict.ts";
import { allFaults, type FaultKind, isFaultKind, unknownFault } from "./fault-kind.ts";

/** A request that may meet a fault. */
export interface FaultSubject {
  readonly provider: string;
  readonly operation: OperationName;
  /** 1 for the first request of this provider's operation since the start, the last `inject` or the last reset; then 2, 3 ... */
  readonly nth: number;
  readonly method: string;
  readonly url: string;
}

/** The n-th request of a provider's operation meets this fault. */
export interface PlannedFault {
  /** From 1, counted among the requests that `provider` and `operation` name. */
  readonly nth: number;
  readonly fault: FaultKind;
  /** Any, where left out. */
  readonly provider?: string;
  /** Any, where left out. */
  readonly operation?: OperationName;
}

/** Faults at random, the same ones in every run: a request's fault depends on the seed, its provider, operation and number. */
export interface FaultChance {
  readonly seed: number;
  /** From 0 to 1: that of any fault at all, or each kind's own. They must not exceed 1 together. */
  readonly chance: number | Readonly<Partial<Record<FaultKind, number>>>;
}

/** Which requests meet which faults: a list, a function asked for every request in the order they arrive, or chance. */
export type FaultPlan =
  | readonly PlannedFault[]
  | ((subject: FaultSubject) => FaultKind | undefined)
  | FaultChance;

type ChooseFault = (subject: Omit<FaultSubject, "nth">) => FaultKind | undefined;

/** Reads a plan. Throws where it names a fault that does not exist, or its chances are none. */
export function createChooser(plan: FaultPlan): ChooseFault {
  if (isList(plan)) return fromList(plan);
  const choose = typeof plan === "function" ? plan : fromChance(plan);
  const counts = new Map<string, number>();
  return (subject) => {
    const name = `${subject.provider} ${subject.operation}`;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const kind = choose({ ...subject, nth });
    if (kind !== undefined) assertKind(kind);
    return kind;
  };
}

const isList = (plan: FaultPlan): plan is readonly PlannedFault[] => Array.isArray(plan);

function fromList(plan: readonly PlannedFault[]): ChooseFault {
  for (const { nth, fault } of plan) {
    assertKind(fault);
    if (!Number.isSafeInteger(nth) || nth < 1) {
      throw new RangeError(`A planned fault's nth is ${nth}. It counts requests, from 1.`);
    }
  }
  const met = plan.map(() => 0);
  return ({ provider, operation }) => {
    // Every entry counts every request, whichever entry it is that strikes.
    const striking = plan.filter((entry, at) => {
      const named =
        (entry.provider ?? provider) === provider && (entry.operation ?? operation) === operation;
      if (!named) return false;
      met[at] = (met[at] ?? 0) + 1;
      return met[at] === entry.nth;
    });
    return striking[0]?.fault;
  };
}

function fromChance({
  seed,
  chance,
}: FaultChance): (subject: FaultSubject) => FaultKind | undefined {
  const each: (readonly [FaultKind, number])[] =
    typeof chance === "number"
      ? allFaults.map((kind) => [kind, chance / allFaults.length])
      : (Object.entries(chance) as [FaultKind, number][]);
  for (const [kind, value] of each) {
    assertKind(kind);
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`The chance of ${kind} is ${value}. It must be from 0 to 1.`);
    }
  }
  const total = each.reduce((sum, [, value]) => sum + value, 0);
  // Fifteen fifteenths may add up to a little more than 1.
  if (total > 1 + 1e-9) {
    throw new RangeError(`The chances of faults add up to ${total}. They must not exceed 1.`);
  }
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`The seed of faults is ${seed}. It must be a whole number.`);
  }
  return ({ provider, operation, nth }) => {
    let drawn = random(`${seed} ${provider} ${operation} ${nth}`);
    for (const [kind, value] of each) {
      if (drawn < value) return kind;
      drawn -= value;
    }
    return undefined;
  };
}

function assertKind(kind: string): void {
  if (!isFaultKind(kind)) throw new RangeError(unknownFault(kind));
}

/** A number from 0 up to 1 that is always the same for the same text: FNV-1a, then murmur3's finish to spread it. */
function random(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
