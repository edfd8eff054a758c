/** For generated provider packages and the sandbox: the table and what runs on it. Users need only the main door. */
export { defineProvider } from "./client.ts";
export { tokenSource } from "./exchange/token.ts";
export { JsonNumber, readJson, writeJson } from "./json/json.ts";
export { exponentOf } from "./money/currencies.ts";
export { fromWire, toWire } from "./money/iso-money.ts";
export { freshValue } from "./request/fresh.ts";
export type { Schema } from "./request/value-check.ts";
export { hmacSigner, rsaSigner } from "./signature/sign.ts";
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
  Shape,
  SignatureTable,
  TimeFormat,
  TokenTable,
} from "./table.ts";
export { defineWire } from "./wire.ts";
