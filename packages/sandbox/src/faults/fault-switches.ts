import type { OperationName } from "../simulator/verdict.ts";
import { type FaultKind, isFaultKind, unknownFault } from "./fault-kind.ts";
import type { FaultSubject } from "./fault-plan.ts";

/** Applies a fault to the next `count` requests. Switched on while the sandbox runs. */
export interface FaultSwitch {
  readonly fault: FaultKind;
  /** How many more requests get the fault. */
  readonly count: number;
  /** Any provider by default. */
  readonly provider?: string;
  /** Any operation by default. */
  readonly operation?: OperationName;
}

export interface FaultSwitches {
  readonly all: readonly FaultSwitch[];
  /** How often `all` has changed. */
  readonly changes: number;
  add(added: FaultSwitch): void;
  clear(): void;
  /** The fault for this request, or undefined. Uses up one request of the oldest switch that matches. */
  take(subject: Omit<FaultSubject, "nth">): FaultKind | undefined;
}

export function createFaultSwitches(): FaultSwitches {
  let all: readonly FaultSwitch[] = [];
  let changes = 0;
  const replace = (next: readonly FaultSwitch[]) => {
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
    add: (added) => replace([...all, added]),
    clear: () => replace([]),
    take(subject) {
      const found = all.find(
        ({ provider = subject.provider, operation = subject.operation }) =>
          provider === subject.provider && operation === subject.operation,
      );
      if (!found) return undefined;
      const rest = (each: FaultSwitch) =>
        each.count > 1 ? [{ ...each, count: each.count - 1 }] : [];
      replace(all.flatMap((each) => (each === found ? rest(each) : [each])));
      return found.fault;
    },
  };
}

const operations = ["refund", "query", "token"];

/** Parses a switch that was sent over HTTP. Returns a message if it is invalid. */
export function readFaultSwitch(text: string, providers: readonly string[]): FaultSwitch | string {
  let body: Record<string, unknown>;
  try {
    body = Object(JSON.parse(text));
  } catch {
    return 'The body must be JSON, such as {"provider":"<name>","fault":"reset_after","count":1}.';
  }
  const { fault, count = 1, provider, operation, ...rest } = body;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    return `Unknown field "${unknown}". Use fault, count, provider, operation.`;
  }
  if (typeof fault !== "string" || !isFaultKind(fault)) return unknownFault(String(fault));
  if (fault === "refuse") {
    return 'The fault "refuse" cannot be switched on, because a request that arrives is already connected. Send the request to the refusedUrl from /state.json.';
  }
  if (!Number.isSafeInteger(count) || (count as number) < 1) {
    return `count is ${JSON.stringify(count)}. It must be an integer above 0.`;
  }
  if (provider !== undefined && !providers.includes(provider as string)) {
    return `provider is ${JSON.stringify(provider)}. It must be one of ${providers.join(", ")}.`;
  }
  if (operation !== undefined && !operations.includes(operation as string)) {
    return `operation is ${JSON.stringify(operation)}. It must be one of ${operations.join(", ")}.`;
  }
  return {
    fault,
    count: count as number,
    ...(provider !== undefined && { provider: provider as string }),
    ...(operation !== undefined && { operation: operation as OperationName }),
  };
}
