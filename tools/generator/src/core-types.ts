/** What the generator writes for: the tables of core and of the sandbox. Types only; nothing is loaded. */
export type { Environment, Reason } from "@refunds/core";
export type { NotificationTable } from "@refunds/core/notifications";
export type {
  Condition,
  CredentialSet,
  CutPart,
  Echo,
  ErrorEntry,
  EvidenceTable,
  MoneyFormat,
  OperationTable,
  Placement,
  ProviderTable,
  RefundTable,
  Rule,
  SameKeyTable,
  Schema,
  Shape,
  SignatureTable,
  SignedPart,
  TextStep,
  TimeFormat,
  TimePattern,
  VerifyTable,
  WireForm,
} from "@refunds/core/provider";
export type { Fill, SampleCredential, SimulatedAnswer, SimulatorTable } from "@refunds/sandbox";
