import { simulators } from "./generated/simulators.ts";
import { createSandboxOf, type Sandbox, type SandboxOptions } from "./sandbox.ts";

export { type FaultKind, faultKinds } from "./faults/fault-kind.ts";
export type { FaultChance, FaultPlan, FaultSubject, PlannedFault } from "./faults/fault-plan.ts";
export type { SandboxRefund, SandboxRequest } from "./records.ts";
export type { Sandbox, SandboxOptions, SandboxProvider } from "./sandbox.ts";
export type { ClientRequest } from "./simulator/client-request.ts";
export type { CustomPayments } from "./simulator/custom-payments.ts";
export type { ExampleRequest } from "./simulator/example.ts";
export type { Balance } from "./simulator/ledger.ts";
export type {
  Fill,
  SampleCredential,
  SamplePayment,
  SimulatedAnswer,
  SimulatorTable,
} from "./simulator-table.ts";

/**
 * Refund providers on your machine, with balances: every documented refusal can be met without moving money.
 *
 * ```ts
 * const sandbox = await createSandbox({ providers: ["yedpay"] });
 * const client = yedpay({ environment: "test", accessToken: "sandbox-token", fetch: sandbox.fetch });
 * ```
 *
 * Nothing is random but the RSA keys, which are made here; refunds are numbered from 1. Two sandboxes share nothing.
 * Rejects where a provider's name is unknown or the fault plan names no fault there is.
 */
export const createSandbox = ({
  simulators: tables = simulators,
  ...options
}: SandboxOptions = {}): Promise<Sandbox> => createSandboxOf(tables, options);
