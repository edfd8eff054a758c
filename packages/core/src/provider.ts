/** For generated provider packages and the sandbox: the table and what runs on it. Users need only the main door. */
export { defineProvider } from "./client.ts";
export { exponentOf } from "./currencies.ts";
export { JsonNumber, readJson, writeJson } from "./json.ts";
export { fromWire, toWire } from "./money.ts";
export type { Schema } from "./schema-check.ts";
export type {
  CredentialSet,
  Echo,
  ErrorEntry,
  ErrorTable,
  MoneyFormat,
  OperationTable,
  Placement,
  Pointer,
  ProviderTable,
  QueryTable,
  RefundTable,
  Rule,
  SignatureTable,
  TimeFormat,
  TokenTable,
} from "./table.ts";
