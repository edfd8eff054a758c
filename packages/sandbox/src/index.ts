/** Simulators of every provider, for tests and for trying refunds without an account. */
import { simulators } from "./generated/simulators.ts";
import { createSandboxOf, type Sandbox, type SandboxOptions } from "./sandbox.ts";

export { type FaultKind, faultKinds } from "./faults/fault-kind.ts";
export type { FaultChance, FaultPlan, FaultSubject, PlannedFault } from "./faults/fault-plan.ts";
export type { SentNotification } from "./notifications/notifier.ts";
export {
  type NotificationFault,
  type NotifyOptions,
  notificationFaults,
  type SandboxNotification,
} from "./notifications/notify-options.ts";
export {
  signTestNotification,
  type TestNotification,
} from "./notifications/sign-test-notification.ts";
export type { SandboxRefund, SandboxRequest } from "./records.ts";
export type { Sandbox, SandboxOptions } from "./sandbox.ts";
export type { Endpoint, SandboxProvider } from "./sandbox-provider.ts";
export type { ClientRequest } from "./simulator/client-request.ts";
export type { CustomPayments } from "./simulator/custom-payments.ts";
export type { ExampleRequest } from "./simulator/example.ts";
export type { Balance } from "./simulator/ledger.ts";
export type {
  Ending,
  Fill,
  NotifiedStatus,
  SampleCredential,
  SamplePayment,
  SimulatedAnswer,
  SimulatedNotifications,
  SimulatorTable,
} from "./simulator-table.ts";

/**
 * Simulates refund providers, with balances, so that you can test every documented answer without moving money.
 *
 * ```ts
 * const sandbox = await createSandbox({ providers: ["yedpay"] });
 * const client = yedpay({ environment: "test", accessToken: "sandbox-token", fetch: sandbox.fetch });
 * ```
 *
 * Nothing is random. Refunds are numbered from 1, and so are their ids, unless `uniqueIds` is set. Two sandboxes share nothing.
 * @throws {RefundError} `invalid_options` that lists every wrong option
 */
export const createSandbox = (options: SandboxOptions = {}): Promise<Sandbox> =>
  createSandboxOf(options?.simulators ?? simulators, options);
