import type { OperationName } from "../simulator/verdict.ts";
import { type FaultKind, isFaultKind, unknownFault } from "./fault-kind.ts";
import type { FaultSubject } from "./fault-plan.ts";

/** The next `count` requests meet a fault: what is switched on by hand while the sandbox runs. */
export interface FaultSwitch {
  readonly fault: FaultKind;
  /** How many more requests meet it. */
  readonly count: number;
  /** Any, where left out. */
  readonly provider?: string;
  /** Any, where left out. */
  readonly operation?: OperationName;
}

export interface FaultSwitches {
  readonly all: readonly FaultSwitch[];
  /** How often `all` has changed. */
  readonly changes: number;
  add(added: FaultSwitch): void;
  clear(): void;
  /** The fault that a request meets, which is then used up; undefined for none. The switch that came first goes first. */
  take(subject: Omit<FaultSubject, "nth">): FaultKind | undefined;
}

export function createFaultSwitches(): FaultSwitches {
  let all: readonly FaultSwitch[] = [];
  let changes = 0;
  const become = (next: readonly FaultSwitch[]) => {
    all = next;
    changes += 1;
  };
  return {
    get all() {
      return all;
    },
    get changes() {
      return changes;
    },
    add: (added) => become([...all, added]),
    clear: () => become([]),
    take(subject) {
      const found = all.find(
        ({ provider = subject.provider, operation = subject.operation }) =>
          provider === subject.provider && operation === subject.operation,
      );
      if (!found) return undefined;
      const rest = (each: FaultSwitch) =>
        each.count > 1 ? [{ ...each, count: each.count - 1 }] : [];
      become(all.flatMap((each) => (each === found ? rest(each) : [each])));
      return found.fault;
    },
  };
}

const operations = ["refund", "query", "token"];

/** A switch as it came over HTTP, or a sentence that says what is wrong with it. */
export function readFaultSwitch(text: string, providers: readonly string[]): FaultSwitch | string {
  let given: Record<string, unknown>;
  try {
    given = Object(JSON.parse(text));
  } catch {
    return 'The body must be JSON, such as {"provider":"<name>","fault":"reset_after","count":1}.';
  }
  const { fault, count = 1, provider, operation, ...rest } = given;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    return `"${unknown}" is unknown. There are fault, count, provider, operation.`;
  }
  if (typeof fault !== "string" || !isFaultKind(fault)) return unknownFault(String(fault));
  if (fault === "refuse") {
    return "A connection that stands cannot be refused. Send the request to the refusedUrl of /state.json.";
  }
  if (!Number.isSafeInteger(count) || (count as number) < 1) {
    return `count is ${JSON.stringify(count)}. It must be a whole number, from 1.`;
  }
  if (provider !== undefined && !providers.includes(provider as string)) {
    return `provider is ${JSON.stringify(provider)}. There are ${providers.join(", ")}.`;
  }
  if (operation !== undefined && !operations.includes(operation as string)) {
    return `operation is ${JSON.stringify(operation)}. There are ${operations.join(", ")}.`;
  }
  return {
    fault,
    count: count as number,
    ...(provider !== undefined && { provider: provider as string }),
    ...(operation !== undefined && { operation: operation as OperationName }),
  };
}
