/** For generated provider packages and the sandbox. Users import `@refunds/core` only. */

export type { ReadAnswer } from "./answer/answer.ts";
export { readRichly } from "./answer/read-richly.ts";
export { worthRepeating } from "./answer/worth-repeating.ts";
export { defineProvider, type LoadNotifications } from "./client.ts";
export { deepFreeze } from "./deep-freeze.ts";
export type { AskedRefund } from "./evidence/find.ts";
export { type OtherRefunds, type Proof, prove } from "./evidence/prove.ts";
export { judgeRepeated } from "./evidence/same-key.ts";
export type * from "./evidence-table.ts";
export type { EvidenceTable, SameKeyTable } from "./evidence-table.ts";
export { basicCredentials } from "./exchange/basic.ts";
export { newToken } from "./exchange/new-token.ts";
export { tokenSource } from "./exchange/token.ts";
export type { Features } from "./features.ts";
export { isJsonNumber, jsonNumber, readJson } from "./json/json.ts";
export { putAt, textIn, valueAt, valuesAt } from "./json/pointer.ts";
export { currencyCodes, exponentOf } from "./money/currencies.ts";
export { fromWire, toWire } from "./money/iso-money.ts";
export type { MoneyUnit } from "./money/money.ts";
export { ownDecimals } from "./money/own-decimals.ts";
export {
  anyCurrency,
  currenciesExcept,
  type DecimalsOf,
  listedCurrencies,
  sameDecimals,
  twoDecimals,
} from "./money/refundable-currencies.ts";
export { majorUnits, minorUnits } from "./money/units.ts";
export { withMinus } from "./money/with-minus.ts";
export { notify } from "./notify.ts";
export { checkEnvironments } from "./options/environments.ts";
export { readHosts } from "./options/hosts.ts";
export { type OptionStep, readWith } from "./options/read-with.ts";
export { readSettings } from "./options/settings.ts";
export { generalOptions, type readOptions } from "./options.ts";
export { type BodyWriter, writeForm, writeTexts } from "./request/body.ts";
export { type FreshValue, freshValue, freshValueByPattern } from "./request/fresh.ts";
export { nestedFormValues, nestedValues, type ReadNested } from "./request/nested.ts";
export { writeNestedForm } from "./request/nested-form.ts";
export { readFields } from "./request/read-fields.ts";
export type { NestedSchema, Schema } from "./request/value-check.ts";
export { wireForms } from "./request/wire-forms.ts";
export { composedSigner, type SigningTools } from "./signature/composed.ts";
export { secretKey, signingKey } from "./signature/keys.ts";
export { importPkcs8 } from "./signature/private-key.ts";
export { hmacSigner, type LoadKey, rsaSigner, type Signer } from "./signature/sign.ts";
export {
  answerVerifier,
  byPublicKey,
  bySameSignature,
  type Match,
  type Verifier,
} from "./signature/verify.ts";
export { runtimeProblem } from "./supported-runtime.ts";
export type {
  Condition,
  CredentialSet,
  CutPart,
  Echo,
  ErrorEntry,
  ErrorTable,
  FieldsPart,
  KeyUse,
  MoneyFormat,
  NonceForm,
  OperationTable,
  Placement,
  Pointer,
  ProviderTable,
  QueryTable,
  RefundTable,
  Rule,
  Shape,
  SignatureTable,
  SignedPart,
  SignedText,
  TextStep,
  TimeFormat,
  TimePattern,
  TokenTable,
  VerifyTable,
  WireForm,
} from "./table.ts";
export { tableOf } from "./table-of.ts";
