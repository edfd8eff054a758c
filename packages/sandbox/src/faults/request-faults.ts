import { type FaultKind, isFaultKind, unknownFault } from "./fault-kind.ts";
import { createChooser, type FaultPlan, type FaultSubject } from "./fault-plan.ts";
import { createFaultSwitches, type FaultSwitches } from "./fault-switches.ts";

/** Request header that asks for a fault, and response header that names the fault that was applied. */
export const faultHeader = "x-refunds-fault";

/** A request asks for a fault that does not exist. */
export class UnknownFaultError extends Error {}

/** Decides which request gets which fault. */
export interface RequestFaults {
  readonly switches: FaultSwitches;
  inject(plan: FaultPlan): void;
  /**
   * The request's own header takes precedence over a fault switch, and a switch over the plan.
   * @throws {UnknownFaultError}
   */
  of(subject: Omit<FaultSubject, "nth">, headers: Headers): FaultKind | undefined;
}

export function createRequestFaults(): RequestFaults {
  const switches = createFaultSwitches();
  let choose = createChooser([]);
  return {
    switches,
    inject(plan) {
      choose = createChooser(plan);
    },
    of(subject, headers) {
      // Called even if the result is not used: a plan counts every request.
      const planned = choose(subject);
      const requested = headers.get(faultHeader);
      if (requested === null) return switches.take(subject) ?? planned;
      if (isFaultKind(requested)) return requested;
      throw new UnknownFaultError(`${faultHeader}: ${unknownFault(requested)}`);
    },
  };
}
