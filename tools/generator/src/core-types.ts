/** What the generator writes for: the tables of core and of the sandbox. Types only; nothing is loaded. */
export type { Reason } from "../../../packages/core/src/outcome.ts";
export type { Schema, SchemaType } from "../../../packages/core/src/schema-check.ts";
export type {
  CredentialSet,
  Environment,
  ErrorEntry,
  MoneyFormat,
  OperationTable,
  Placement,
  ProviderTable,
  TimeFormat,
} from "../../../packages/core/src/table.ts";
export type {
  Fill,
  SampleCredential,
  SimulatedAnswer,
  SimulatorTable,
} from "../../../packages/sandbox/src/simulator-table.ts";
